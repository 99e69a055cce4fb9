/** The look of the site (app/globals.css) in small; in a host's own colors where it tells them. */
export const stayCardsStyle = /* css */ `
:root {
  color-scheme: light dark;
  --surface: light-dark(#fff, #141c19);
  --ink: light-dark(#14201b, #e7eeea);
  --soft: light-dark(#515f59, #a2b1aa);
  --line: light-dark(#dbe2dc, #293530);
  --sunken: light-dark(#edf1ed, #1a2420);
  --brand: light-dark(#0f5a46, #74d2b0);
  --brand-strong: light-dark(#0a4434, #93dfc4);
  --on-brand: light-dark(#fff, #07241b);
  --tint: light-dark(#e1efe8, #16322a);
  --brass: light-dark(#83570d, #e6bd70);
}
[data-hosted] {
  --surface: var(--color-background-primary);
  --ink: var(--color-text-primary);
  --soft: var(--color-text-secondary);
  --line: var(--color-border-primary);
}
* { box-sizing: border-box; margin: 0; }
body {
  padding: 4px;
  background: transparent;
  color: var(--ink);
  font: 15px/1.45 var(--font-sans, system-ui, sans-serif);
}
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 12px; padding: 0 2px 10px; }
h1, h2 { font-weight: 650; line-height: 1.2; letter-spacing: -.015em; text-wrap: balance; }
h1 { font-size: 18px; }
h2 { font-size: 16px; }
.soft, #about, #status:not(:empty), #note:not(:empty) { color: var(--soft); font-size: 14px; }
#note:not(:empty), #status:not(:empty) { padding: 10px 2px 2px; overflow-wrap: anywhere; }
#list { display: grid; gap: 10px; grid-template-columns: repeat(auto-fill, minmax(min(100%, max(20rem, 40%)), 1fr)); padding: 0; list-style: none; }
.card {
  display: grid;
  grid-template: 1fr auto / 86px minmax(0, 1fr) auto;
  gap: 0 12px;
  min-height: 132px;
  padding: 12px 14px 0;
  overflow: hidden;
  border: 1px solid var(--line);
  border-radius: 16px;
  background: var(--surface);
}
/* The doorway of the preview picture: 480 by 566 of 1200 by 630, 72 from its right, 64 from its top. */
.door { position: relative; grid-row: 1 / 3; align-self: end; aspect-ratio: 480 / 566; overflow: hidden; border-radius: 99px 99px 0 0; background: var(--tint); }
.door img { position: absolute; top: -11.3%; left: -135%; width: 250%; max-width: none; }
.facts { grid-column: 2 / 4; overflow-wrap: anywhere; }
h2 a { color: inherit; text-decoration: none; }
h2 a:hover { color: var(--brand); text-decoration: underline; text-underline-offset: .2em; }
.rating { margin-left: 10px; white-space: nowrap; }
.rating::before { content: "★ " / ""; color: var(--brass); }
.cost { align-self: center; padding: 8px 0 12px; color: var(--soft); font-size: 14px; line-height: 1.3; }
.cost strong { color: var(--ink); font-size: 16px; font-weight: 650; }
.cost span { display: block; }
button {
  min-height: 40px;
  padding: 6px 16px;
  border: 1px solid transparent;
  border-radius: 10px;
  background: var(--brand);
  color: var(--on-brand);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
button:hover { background: var(--brand-strong); }
button[aria-disabled] { opacity: .6; cursor: default; }
.card button { align-self: center; margin: 8px 0 12px; }
#more { width: 100%; margin-top: 10px; border-color: var(--line); background: transparent; color: var(--ink); }
#more:hover { background: var(--sunken); }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; }
.waiting { background: var(--sunken); animation: pulse 1.6s ease-in-out infinite; }
@keyframes pulse { 50% { opacity: .5; } }
@media (prefers-reduced-motion: reduce) { .waiting { animation: none; } }
[hidden] { display: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`
