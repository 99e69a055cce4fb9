import type { OutboundReason } from '@/lib/outbound/errors'

type Explanation = { what: string; todo: string }

const authorizeAgain = 'Start again from the assistant.'
const hostsBug = 'This is for whoever makes the app: nothing here can mend it.'

/** Why an attempt ended without a connection. The names are stable; the texts are for operators. */
export const reasons = {
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
    todo: 'Admit it with npm run client -- admit URL, or set CLIENT_ADMISSION to open.',
  },
  'authorize.redirect_uri_mismatch': {
    what: 'The app wants the person sent back to an address that is not registered for it.',
    todo: 'Register the exact address, to the last character; ChatGPT’s contains the id of the plugin or GPT.',
  },
  'authorize.redirect_uri_missing': {
    what: 'The app did not say where to send the person back to.',
    todo: hostsBug,
  },
  'authorize.pkce_missing': {
    what: 'The app did not send a PKCE challenge, which an app that nobody registered must.',
    todo: 'Use an app that sends code_challenge, or register this one with npm run client.',
  },
  'authorize.pkce_not_s256': {
    what: 'The app sent a PKCE challenge by another method than S256.',
    todo: hostsBug,
  },
  'authorize.resource_refused': {
    what: 'The app did not name this site’s MCP or API address as its resource.',
    todo: 'Give the assistant exactly the address on the connect page, without a slash at the end.',
  },
  'authorize.response_type_refused': {
    what: 'The app asked for another flow than the authorization code.',
    todo: hostsBug,
  },
  'authorize.interaction_required': {
    what: 'The app asked to connect without showing anything, and the person has to be asked.',
    todo: authorizeAgain,
  },
  'authorize.request_refused': {
    what: 'The request of the app cannot be read.',
    todo: hostsBug,
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
    todo: hostsBug,
  },
  'token.verifier_mismatch': {
    what: 'The PKCE verifier does not belong to the challenge.',
    todo: hostsBug,
  },
  'token.resource_refused': {
    what: 'The app asked for a token for another resource than the person allowed.',
    todo: hostsBug,
  },
  'token.grant_refused': {
    what: 'The app asked for its token by a flow that is not offered or not its own.',
    todo: hostsBug,
  },
  'token.request_refused': {
    what: 'The token request lacks something or says it twice.',
    todo: hostsBug,
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

/** `document.*`: the reason with which the client's own document could not be fetched or was refused. */
type DocumentReason =
  | `document.${OutboundReason}`
  | 'document.not_an_object'
  | 'document.redirect_uris_missing'
  | 'document.redirect_uri_refused'
  | 'document.auth_method_refused'
  | 'document.client_id_differs'
  | 'document.metadata_refused'

export type Reason = keyof typeof reasons | DocumentReason

export const explain = (reason: string): Explanation =>
  Object.hasOwn(reasons, reason)
    ? reasons[reason as keyof typeof reasons]
    : {
        what: 'The document that the app publishes under its client id cannot be had or used.',
        todo: 'Open the client id in a browser: it must answer 200 with JSON that names itself as client_id.',
      }
