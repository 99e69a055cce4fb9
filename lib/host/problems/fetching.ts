import type { ProblemText } from '../problems'

export const fetchProblems = {
  address_unusable: {
    severity: 'refused',
    means: 'This is no domain and no URL that a host would fetch.',
    fix: 'Type a domain such as example.com, or a whole https URL with port 443.',
    fact: '§1.1',
  },
  address_blocked: {
    severity: 'refused',
    means:
      'The address leads into a private network or to this machine, where no host can reach it.',
    fix: 'Use a public https address. On your own machine, localhost works while the playground runs there too.',
    fact: '§1.4',
  },
  fetch_timeout: {
    severity: 'refused',
    means: 'The document did not arrive within the time that the host waits for it.',
    fix: 'Serve the manifest and the OpenAPI document as static text.',
    fact: '§1.4',
  },
  fetch_too_large: {
    severity: 'refused',
    means:
      'The document is larger than this playground reads: 100 kB for a manifest, 1 MB otherwise.',
    fix: 'Publish only the operations that an assistant needs.',
    fact: null,
  },
  fetch_failed: {
    severity: 'refused',
    means: 'No connection could be made, or no trusted one by TLS.',
    fix: 'Check the name, the certificate (a public authority, TLS 1.2 or newer) and that the server runs.',
    fact: '§1.4',
  },
  fetch_busy: {
    severity: 'refused',
    means: 'This playground is fetching too much at the moment.',
    fix: 'Try again in a minute.',
    fact: null,
  },
  fetch_status: {
    severity: 'refused',
    means: 'The address did not answer with status 200.',
    fix: 'Serve the document at exactly this address, to anybody, without signing in.',
    fact: '§1.1',
  },
  redirect_refused: {
    severity: 'refused',
    means: 'The address redirects to a parent, a sibling or another domain.',
    fix: 'Serve the document where the host asks, or redirect to a subdomain of it only.',
    fact: '§1.4',
  },
  redirect_followed: {
    severity: 'info',
    means: 'The address redirects, which the host follows here: to a subdomain, or from www.',
    fix: 'Serve the document without a redirect.',
    fact: '§1.4',
  },
  html_instead: {
    severity: 'refused',
    means: 'The address answers with a web page.',
    fix: 'Serve the document itself; a front-end that answers every path with its page hides it.',
    fact: null,
  },
} as const satisfies Record<string, ProblemText>
