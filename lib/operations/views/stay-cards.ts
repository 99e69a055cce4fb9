import type { View } from '@/lib/plugin/view'
import { hostBridge } from './host-bridge'
import { stayCardsScript } from './stay-cards-script'
import { stayCardsStyle } from './stay-cards-style'

const name = 'stay-cards'

// Comments and spacing are for who reads the code, not for who loads it.
const squeeze = (code: string): string =>
  code.replace(/^\s*(\/\/.*\s+|\/\*.*\*\/\s+)?/gm, '').replace(/ (=>|&&|\|\||\?\?|[={}?+]) /g, '$1')

/** What `searchStays` found, as cards: a picture, what it costs, its page, and a button to book it. */
export const stayCards: View = {
  name,
  title: 'Stays that were found',
  prefersBorder: false,
  html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>Stays</title>
<style>${squeeze(stayCardsStyle).replace(/([:;,{]) /g, '$1')}</style>
</head>
<body>
<main>
<header><h1 id="title">Stays</h1><p id="about"></p></header>
<ul id="list" aria-labelledby="title" aria-busy="true">
<li class="card waiting" aria-hidden="true"></li><li class="card waiting" aria-hidden="true"></li>
</ul>
<p id="note" role="status">Looking for stays…</p>
<button type="button" id="more" hidden></button>
<p id="status" role="status"></p>
</main>
<script type="module">${squeeze(hostBridge(name) + stayCardsScript)}</script>
</body>
</html>`,
}
