/**
 * Script that a view begins with: MCP Apps 2026-01-26 with the frame's parent, and ChatGPT's older
 * `window.openai` where only that is there. What follows it defines `draw()` and reads
 *
 * - `input`, `result`: the tool's arguments and its CallToolResult; null until the host tells them;
 *   `cancelled`: it will tell no result
 * - `locale`: the person's, always one that Intl takes
 * - `say(text)`: puts a message of the person into the conversation; `canSay()`: the host has that
 * - `openPage(url)`, `canOpen()`: the same for a page in the person's browser
 *
 * `say` and `openPage` resolve to whether the host did it. `draw()` is called on every change.
 */
export const hostBridge = (name: string): string => /* js */ `
let input = null, result = null, cancelled = false, locale = 'en', capabilities = {}, lastId = 0;
const root = document.documentElement;
const waiting = new Map();
const post = (message) => parent.postMessage({ jsonrpc: '2.0', ...message }, '*');
const request = (method, params) => new Promise((resolve, reject) => {
  waiting.set(++lastId, { resolve, reject });
  post({ id: lastId, method, params });
});
const did = (answer) => answer.then((given) => !given?.isError, () => false);

const older = () => window.openai ?? {};
const canSay = () => !!(capabilities.message || older().sendFollowUpMessage);
const say = (text) => did(capabilities.message
  ? request('ui/message', { role: 'user', content: [{ type: 'text', text }] })
  : Promise.resolve(older().sendFollowUpMessage({ prompt: text })));
const canOpen = () => !!(capabilities.openLinks || older().openExternal);
const openPage = (url) => did(capabilities.openLinks
  ? request('ui/open-link', { url })
  : Promise.resolve(older().openExternal({ href: url })));

// A host that colors a part of what the cards need would leave text on a ground it was not made for.
const needed = ['background-primary', 'text-primary', 'text-secondary', 'border-primary'];
function adopt(context) {
  if (context.theme === 'light' || context.theme === 'dark') root.style.colorScheme = context.theme;
  for (const [key, value] of Object.entries(context.styles?.variables ?? {})) {
    if (key.startsWith('--') && typeof value === 'string') root.style.setProperty(key, value);
  }
  root.toggleAttribute('data-hosted', needed.every((key) => root.style.getPropertyValue('--color-' + key)));
  const [given] = locales(context.locale);
  if (!given || given === locale) return;
  locale = given;
  draw();
}
const locales = (given) => { try { return Intl.getCanonicalLocales(given) } catch { return [] } };

const told = new Map([
  ['ui/notifications/tool-input', (params) => { input = params.arguments ?? {}; draw() }],
  ['ui/notifications/tool-result', (params) => { result = params; draw() }],
  ['ui/notifications/tool-cancelled', () => { cancelled = true; draw() }],
  ['ui/notifications/host-context-changed', adopt],
]);
const asked = new Map([
  ['ping', () => ({})],
  ['ui/resource-teardown', () => { size.disconnect(); return {} }],
]);
addEventListener('message', ({ source, data }) => {
  if (source !== parent || data?.jsonrpc !== '2.0') return;
  const { id, method, params, error } = data;
  if (method === undefined) {
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    return error ? reject?.(error) : resolve?.(data.result);
  }
  if (id === undefined) return told.get(method)?.(params ?? {});
  const answer = asked.get(method);
  post(answer ? { id, result: answer() } : { id, error: { code: -32601, message: 'Method not found' } });
});

const size = new ResizeObserver(() => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  post({ method: 'ui/notifications/size-changed', params: { height } });
  older().notifyIntrinsicHeight?.(height);
});

function readOlder() {
  const { toolInput, toolOutput, theme, locale } = older();
  input = toolInput ?? input;
  if (toolOutput) result = { structuredContent: toolOutput };
  adopt({ theme, locale });
  draw();
}

// Called last, when everything is defined.
async function connect() {
  addEventListener('openai:set_globals', readOlder);
  readOlder();
  if (parent === window) return;
  const { hostCapabilities, hostContext } = await request('ui/initialize', {
    protocolVersion: '2026-01-26', appInfo: { name: '${name}', version: '1' }, appCapabilities: {},
  });
  capabilities = hostCapabilities ?? {};
  post({ method: 'ui/notifications/initialized', params: {} });
  size.observe(document.body);
  adopt(hostContext ?? {});
  draw();
}
`
