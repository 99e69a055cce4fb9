import { createAuthorizationServer } from '@/lib/oauth/authorization-server'
import { findBrowserSession } from '@/lib/session/browser-session'

/** The authorization server, joined with the site's own sign-in: neither knows the other. */
export const authorizationServer = createAuthorizationServer(findBrowserSession)
