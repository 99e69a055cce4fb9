import { tellConnected } from '@/lib/connections/tell-connected'
import { createAuthorizationServer } from '@/lib/oauth/authorization-server'
import { mayConnect } from '@/lib/released'
import { findBrowserSession } from '@/lib/session/browser-session'
import { sweep } from '@/lib/sweep/run'

/** The authorization server, joined with the site's own sign-in: neither knows the other. */
export const authorizationServer = createAuthorizationServer(
  { findBrowserSession, isLetIn: mayConnect },
  sweep,
  tellConnected,
)
