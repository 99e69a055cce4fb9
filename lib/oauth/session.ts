import type Provider from 'oidc-provider'
import { sha256 } from '@/lib/secrets'

/** Who is signed in in the browser that sent these cookies; times in seconds since 1970. */
export type BrowserSession = { id: string; accountId: string; signedInAt: number }

export type FindBrowserSession = (cookies: string) => Promise<BrowserSession | null>

/** What the authorization server asks of the site it stands in. */
export type Site = {
  findBrowserSession: FindBrowserSession
  /** Whether this person may connect apps at all. */
  isLetIn: (accountId: string) => Promise<boolean>
}

/** Says whether it is still the same sign-in, without being its id. */
export const sessionUid = (sessionId: string): string => sha256(`browser session ${sessionId}`)

// Whether anybody is signed in is for the page to find out that ends the sign-in.
const logoutPath = '/oauth/logout'

/**
 * The authorization server has no sign-in of its own: at each request the account is the one that
 * is signed in on the site, so signing out, or in as somebody else, counts here at once.
 */
export function followBrowserSession(provider: Provider, find: FindBrowserSession): void {
  provider.Session.get = async (ctx) => {
    const browser = await find(ctx.req.headers.cookie ?? '')
    const session = new provider.Session()
    if (ctx.path === logoutPath) Object.assign(session, { accountId: 'anybody' })
    if (browser) {
      Object.assign(session, {
        accountId: browser.accountId,
        loginTs: browser.signedInAt,
        uid: sessionUid(browser.id),
      })
    }
    // Neither a cookie nor a row of its own: there is nothing to keep.
    Object.assign(session, { destroyed: true })
    const { oidc } = ctx as unknown as { oidc?: { entity(name: string, value: unknown): void } }
    oidc?.entity('Session', session)
    return session
  }
}
