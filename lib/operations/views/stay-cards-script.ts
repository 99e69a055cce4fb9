/** Draws the stays of a search. Everything told is text or a checked address, never markup. */
export const stayCardsScript = /* js */ String.raw`
const [title, about, list, note, more, status] =
  ['title', 'about', 'list', 'note', 'more', 'status'].map((id) => document.getElementById(id));
let shown = 4;

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const unseen = (text) => make('span', { className: 'unseen' }, text);
const text = (value) => typeof value === 'string' ? value.replace(/[\p{C}\s]+/gu, ' ').trim().slice(0, 120) : '';
const upper = (word) => word.charAt(0).toUpperCase() + word.slice(1);
const people = (count) => Number.isInteger(count) ? count + (count === 1 ? ' guest' : ' guests') : '';
const isDay = (value) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
const day = (value) => isDay(value) ? new Intl.DateTimeFormat(locale,
  { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(value)) : '';

// A plugin is served with https, except on the machine of its developer.
function address(value) {
  const url = URL.canParse(value) ? new URL(value) : null;
  const isLocal = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url?.protocol === 'https:' || isLocal ? url.href : '';
}

function price(minorUnits, currency) {
  if (!Number.isSafeInteger(minorUnits)) return '';
  try {
    const style = { style: 'currency', currency };
    const digits = new Intl.NumberFormat('en', style).resolvedOptions().maximumFractionDigits;
    const amount = minorUnits / 10 ** digits;
    const whole = Number.isInteger(amount) ? { maximumFractionDigits: 0 } : {};
    return new Intl.NumberFormat(locale, { ...style, ...whole }).format(amount);
  } catch { return '' }
}

function content() {
  if (result?.structuredContent) return result.structuredContent;
  try { return JSON.parse(result.content[0].text) } catch { return {} }
}

function draw() {
  const { stays } = content();
  const found = Array.isArray(stays) ? stays.filter((stay) => text(stay?.name)) : [];
  const where = text(input?.where);
  const dates = [day(input?.checkIn), day(input?.checkOut)].filter(Boolean).join(' – ');
  title.textContent = where ? 'Stays in ' + upper(where) : 'Stays';
  about.textContent = [dates, people(input?.guests)].filter(Boolean).join(' · ');
  const isLoading = !result && !cancelled;
  list.ariaBusy = String(isLoading);
  if (!isLoading) list.replaceChildren(...found.slice(0, shown).map(card));
  note.textContent = noteOn(stays, found.length, isLoading);
  const rest = found.length - shown;
  more.hidden = rest <= 0;
  more.textContent = 'Show ' + rest + ' more';
}

function noteOn(stays, count, isLoading) {
  if (isLoading) return 'Looking for stays…';
  if (!result) return 'The search was stopped.';
  if (result.isError || !Array.isArray(stays)) {
    const said = text(result.content?.[0]?.text);
    return 'The search did not work. ' + (said.startsWith('{') ? '' : said);
  }
  return count ? '' : 'Nothing is free that fits. Other dates or a place nearby may help.';
}

function card(stay) {
  const name = text(stay.name), url = address(stay.url), image = address(stay.image);
  const door = make('span', { className: 'door' });
  if (image) door.append(make('img', { alt: '', decoding: 'async', src: image, onerror() { this.remove() } }));
  const link = make(url ? 'a' : 'span', { textContent: name });
  if (url) Object.assign(link, { href: url, target: '_blank', rel: 'noopener', onclick(event) {
    if (!canOpen()) return;
    event.preventDefault();
    visit(url);
  } });
  const place = [upper(text(stay.kind)), text(stay.city)].filter(Boolean).join(' in ');
  const rating = Number.isFinite(stay.rating) ? make('span', { className: 'rating' },
    unseen('Rated '), stay.rating.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }), unseen(' of 5')) : '';
  const night = price(stay.pricePerNight, stay.currency), total = price(stay.totalPrice, stay.currency);
  const cost = make('p', { className: 'cost' });
  if (night) cost.append(make('strong', {}, night), ' a\u00a0night');
  if (total) cost.append(make('span', {}, total + ' in all'));
  const button = make('button', { type: 'button', ariaLabel: 'Book ' + name, textContent: 'Book' });
  button.onclick = () => book(stay, url, button);
  return make('li', { className: 'card' }, door,
    make('div', { className: 'facts' }, make('h2', { dir: 'auto' }, link), make('p', { className: 'soft' }, place, rating)),
    cost, button);
}

async function visit(url) {
  if (url && !(await openPage(url))) status.textContent = 'The page could not be opened from here: ' + url;
}

async function book(stay, url, button) {
  if (button.ariaDisabled) return;
  if (!canSay()) return canOpen() ? visit(url) : url && window.open(url, '_blank', 'noopener');
  const { checkIn, checkOut, guests } = input ?? {};
  const when = isDay(checkIn) && isDay(checkOut) ? ' from ' + checkIn + ' to ' + checkOut : '';
  const who = people(guests) && ' for ' + people(guests);
  const which = text(stay.name) + (text(stay.city) && ' in ' + text(stay.city));
  button.ariaDisabled = 'true';
  const passedOn = await say('Book ' + text(stay.slug) + when + who + '.' + (when ? '' : ' Ask me for the dates first.'));
  status.textContent = passedOn ? 'Passed on to the assistant: ' + which + '.' : '';
  if (!passedOn && canOpen()) await visit(url);
  setTimeout(() => { button.ariaDisabled = null }, 4000);
}

more.onclick = () => {
  const next = list.children.length;
  shown = Infinity;
  draw();
  list.children[next]?.querySelector('a, button')?.focus();
};

draw();
connect();
`
