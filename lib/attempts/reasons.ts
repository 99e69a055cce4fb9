import { documentReasons } from './document-reasons'
import type { Explanation } from './explanation'

const authorizeAgain = 'Start again from the assistant.'
/** Why an attempt ended without a connection. The names are stable; the texts are for operators. */
const reasons = {
  'discovery.never_followed': {
    what: 'The app was told how to sign in, and did not come back to do it.',
    todo: 'Look whether the person pressed Connect in the assistant. Some apps only look around.',
  },
  'registration.never_used': {
    what: 'The app registered itself, and nobody was sent here to sign in.',
    todo: 'Look whether the assistant opened a browser window; a blocked pop-up looks like this.',
  },
  'registration.redirect_uri_refused': {
    what: 'The app wants people sent back to an address that is not safe.',
    todo: 'Register https addresses, http on localhost, or a scheme of the app’s own.',
  },
  'registration.redirect_uris_missing': {
    what: 'The app did not say where people are sent back to.',
    todo: 'Send redirect_uris with at least one address.',
  },
  'registration.not_an_object': {
    what: 'The registration is not a JSON object.',
    todo: 'Send the metadata of RFC 7591 as application/json.',
  },
  'registration.metadata_refused': {
    what: 'The registration contradicts itself.',
    todo: 'Send what RFC 7591 describes; private_key_jwt needs jwks or jwks_uri.',
  },
  'registration.too_many': {
    what: 'Too many apps registered from this address.',
    todo: 'Wait ten minutes, or register the app once with npm run client.',
  },
  'client.unknown': {
    what: 'There is no client with this id.',
    todo: 'It was deleted, or the assistant was set up for another site: remove the plugin there and add it again.',
  },
  'client.not_listed': {
    what: 'Only listed apps may come, and this one is not.',
    todo: 'Put it on the list on the dashboard’s page Clients, or let all apps come there.',
  },
  'client.suspended': {
    what: 'An operator has suspended this app.',
    todo: 'Look in the audit who did and why; its page under Clients takes the suspension back.',
  },
  'authorize.redirect_uri_mismatch': {
    what: 'The app wants the person sent back to an address that is not registered for it.',
    todo: 'Register the exact address, to the last character; ChatGPT’s contains the id of the plugin or GPT.',
  },
  'authorize.redirect_uri_missing': {
    what: 'The app did not say where to send the person back to.',
    todo: 'For the app’s maker: send redirect_uri with every authorization request.',
  },
  'authorize.pkce_missing': {
    what: 'The app did not send a PKCE challenge, which an app that nobody registered must.',
    todo: 'Use an app that sends code_challenge, or register this one with npm run client.',
  },
  'authorize.pkce_not_s256': {
    what: 'The app sent a PKCE challenge by another method than S256.',
    todo: 'For the app’s maker: send code_challenge_method=S256, the only one in the metadata.',
  },
  'authorize.resource_refused': {
    what: 'The app did not name this site’s MCP or API address as its resource.',
    todo: 'Give the assistant exactly the address on the connect page, without a slash at the end.',
  },
  'authorize.response_type_refused': {
    what: 'The app asked for another flow than the authorization code.',
    todo: 'For the app’s maker: send response_type=code; no other flow is offered.',
  },
  'authorize.interaction_required': {
    what: 'The app asked to connect without showing anything, and the person has to be asked.',
    todo: authorizeAgain,
  },
  'authorize.request_refused': {
    what: 'The request of the app cannot be read.',
    todo: 'Compare the facts of its authorize step with RFC 6749 §4.1.1: something is missing or said twice.',
  },
  'sign_in.never_finished': {
    what: 'The person was asked to sign in and did not.',
    todo: 'They may have closed the window, or be stuck at the password.',
  },
  'consent.never_answered': {
    what: 'The person was asked to allow the app and answered nothing.',
    todo: authorizeAgain,
  },
  'consent.denied': {
    what: 'The person said no.',
    todo: 'Nothing: that is their right.',
  },
  'release.not_let_in': {
    what: 'The person is not let in yet: the plugin is not public.',
    todo: 'Let them in at /admin/release, as a tester or by going public.',
  },
  'token.never_requested': {
    what: 'The person allowed the app and was sent back to it, but it never asked for its token.',
    todo: 'The way back broke at the app: its callback, its state or its pop-up. Try again there.',
  },
  'token.client_refused': {
    what: 'The app did not prove who it is: wrong secret, wrong key, or another method than registered.',
    todo: 'Compare the client secret at the host; make a new client if it was lost.',
  },
  'token.code_unknown': {
    what: 'The code is not one of ours.',
    todo: 'Codes are good once: look whether the host exchanged it twice or cut it.',
  },
  'token.code_expired': {
    what: 'The code came later than a minute after it was given.',
    todo: authorizeAgain,
  },
  'token.code_used': {
    what: 'The code was exchanged before; what it gave was taken back, as a stranger may hold it.',
    todo: authorizeAgain,
  },
  'token.redirect_uri_mismatch': {
    what: 'The redirect_uri at the token endpoint is not the one of the authorization.',
    todo: 'For the app’s maker: send the very string of the authorization request, to the last character.',
  },
  'token.verifier_mismatch': {
    what: 'The PKCE verifier does not belong to the challenge.',
    todo: 'For the app’s maker: keep the code_verifier until the code comes, and send it unchanged. Two tries at once that share one place to keep it look like this.',
  },
  'token.resource_refused': {
    what: 'The app asked for a token for another resource than the person allowed.',
    todo: 'For the app’s maker: send the same resource to the token endpoint as to the authorization endpoint.',
  },
  'token.grant_refused': {
    what: 'The app asked for its token by a flow that is not offered or not its own.',
    todo: 'For the app’s maker: exchange the code with grant_type=authorization_code, and register refresh_token to refresh.',
  },
  'token.request_refused': {
    what: 'The token request lacks something or says it twice.',
    todo: 'Compare the facts of its token step with RFC 6749 §4.1.3: something is missing, said twice, or in another content type.',
  },
  'call.never_made': {
    what: 'The app has its token and has not used it.',
    todo: 'Ask the assistant something that needs the plugin.',
  },
  'call.wrong_resource': {
    what: 'The first call came with a token for the other surface: API and MCP have each their own.',
    todo: 'Give the assistant the address of the surface that it calls.',
  },
} as const satisfies Record<string, Explanation>

export type Reason = keyof typeof reasons | `document.${keyof typeof documentReasons}`

/** Every reason with its words, in the order of the steps. */
export const explanations = new Map<string, Explanation>([
  ...Object.entries(reasons),
  ...Object.entries(documentReasons).map(([name, told]) => [`document.${name}`, told] as const),
])

const unknown: Explanation = {
  what: 'A reason that this release does not know.',
  todo: 'Look at the release that recorded it.',
}

export const explain = (reason: string): Explanation => explanations.get(reason) ?? unknown
