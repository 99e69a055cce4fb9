import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import * as oauth from 'oauth4webapi'

const callback = 'https://chat.openai.com/aip/plugin-1/oauth/callback'
const insecure = { [oauth.allowInsecureRequests]: true }

export type Host = {
  clientId: string
  clientSecret: string
  authorizeUrl: (extra?: Record<string, string>) => string
  /** Catches the browser where it is sent back to the host. */
  back: (page: Page) => Promise<URL>
  exchange: (back: URL) => Promise<oauth.TokenEndpointResponse>
  refresh: (token: string) => Promise<oauth.TokenEndpointResponse>
  call: (token: string, path: string, init?: RequestInit) => Promise<Response>
}

/** A host that an operator registered, driven by a client library that nobody here wrote. */
export const createHost = async (
  origin: string,
  env: Record<string, string>,
  fetchWith: typeof fetch = fetch,
): Promise<Host> => hostOf(origin, await registerHost(env), fetchWith)

/** At the command line; `env` names the database where it is not that of the stories. */
export async function registerHost(env: Record<string, string> = {}): Promise<Registered> {
  const { stdout } = await promisify(execFile)(
    'npm',
    [
      'run',
      '-s',
      'client',
      '--',
      'add',
      '--preset',
      'chatgpt-plugin',
      '--redirect',
      callback,
      '--json',
    ],
    { env: { ...process.env, ...env } },
  )
  const { client_id: clientId, client_secret: clientSecret } = JSON.parse(stdout)
  return { clientId, clientSecret, callback }
}

export type Registered = { clientId: string; clientSecret: string; callback: string }

/** A host whose client is registered already. */
export function hostOf(
  origin: string,
  { clientId, clientSecret, callback }: Registered,
  fetchWith: typeof fetch = fetch,
): Host {
  const client = { client_id: clientId }
  const auth = oauth.ClientSecretPost(clientSecret)
  const options = { ...insecure, [oauth.customFetch]: fetchWith as never }
  const issuer = new URL(origin)
  const discover = async () =>
    oauth.processDiscoveryResponse(
      issuer,
      await oauth.discoveryRequest(issuer, { ...options, algorithm: 'oauth2' }),
    )

  return {
    clientId,
    clientSecret,
    authorizeUrl(extra = {}) {
      const url = new URL('/oauth/authorize', origin)
      url.search = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: callback,
        scope: 'reservations:read reservations:write',
        state: 'state-of-the-host',
        ...extra,
      }).toString()
      return url.href
    },
    back: (page) => sentBack(page, callback),
    async exchange(back) {
      const as = await discover()
      const parameters = oauth.validateAuthResponse(as, client, back, 'state-of-the-host')
      const response = await oauth.authorizationCodeGrantRequest(
        as,
        client,
        auth,
        parameters,
        callback,
        oauth.nopkce,
        options,
      )
      return oauth.processAuthorizationCodeResponse(as, client, response)
    },
    async refresh(token) {
      const as = await discover()
      const response = await oauth.refreshTokenGrantRequest(as, client, auth, token, options)
      return oauth.processRefreshTokenResponse(as, client, response)
    },
    call: (token, path, init = {}) =>
      fetchWith(origin + path, {
        ...init,
        headers: {
          authorization: `Bearer ${token}`,
          ...(init.body ? { 'content-type': 'application/json' } : {}),
          ...(init.headers as object),
        },
      }),
  }
}

const callbackHosts = [
  ...['chat.openai.com', 'chatgpt.com', 'teams.microsoft.com'],
  // Of an app that registers itself.
  'vendor.example',
]

/** The host's callback page, also where a redirect leads to it: the browser needs no internet. */
export async function answerCallback(page: Page): Promise<void> {
  // Playwright's own routes do not see what a redirect leads to.
  const browser = await page.context().newCDPSession(page)
  browser.on('Fetch.requestPaused', ({ requestId }) =>
    browser.send('Fetch.fulfillRequest', answer(requestId)).catch(() => null),
  )
  const patterns = callbackHosts.map((host) => ({ urlPattern: `https://${host}/*` }))
  await browser.send('Fetch.enable', { patterns })
}

const answer = (requestId: string) => ({
  requestId,
  responseCode: 200,
  responseHeaders: [{ name: 'content-type', value: 'text/html' }],
  body: Buffer.from('<h1>Back at the host</h1>').toString('base64'),
})

/** Where the browser is once the person has answered, on a page with `answerCallback`. */
export async function sentBack(page: Page, callback: string): Promise<URL> {
  await page.waitForURL((url) => url.href.startsWith(callback))
  return new URL(page.url())
}
