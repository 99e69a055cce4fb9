import type { OutboundReason } from '@/lib/outbound/errors'
import type { Explanation } from './explanation'

const openIt = 'Open the client id from a machine on the internet'

/** `document.*`: why the client's own document could not be fetched or used. */
export const documentReasons = {
  bad_url: {
    what: 'The client id is an address that this server does not fetch from.',
    todo: 'For the app’s maker: publish the document by https at port 443, without user or fragment.',
  },
  blocked_address: {
    what: 'The client id leads into a private network.',
    todo: 'Publish the document on the public internet, or register the app with npm run client.',
  },
  dns: {
    what: 'The name of the document’s host cannot be resolved.',
    todo: 'Look up the name from this server: its name servers may be filtered, or the name is misspelt.',
  },
  timeout: {
    what: 'The document did not come within five seconds.',
    todo: `${openIt}: its host is slow, or a firewall between drops the packets.`,
  },
  too_large: {
    what: 'The document is larger than 10 kB.',
    todo: 'For the app’s maker: shorten it; pictures and long texts belong behind their addresses.',
  },
  redirect: {
    what: 'The client id redirects, and a client id must be the document itself.',
    todo: 'For the app’s maker: use the address that it redirects to as client_id.',
  },
  status: {
    what: 'The document’s host answered with another status than 200.',
    todo: `${openIt}: 403 is an edge that refuses servers, 404 a document that moved.`,
  },
  tls: {
    what: 'The document’s host has no certificate that can be trusted.',
    todo: `${openIt}: look at the certificate’s name, its end and its chain.`,
  },
  network: {
    what: 'The connection to the document’s host failed.',
    todo: `${openIt}: the host is down, or this server may not call out.`,
  },
  content_type: {
    what: 'What lies at the client id is no JSON.',
    todo: 'For the app’s maker: serve it as application/json in UTF-8; a sign-in page looks like this.',
  },
  busy: {
    what: 'Too many new documents were asked for from there at once.',
    todo: 'Try again in a minute.',
  },
  not_an_object: {
    what: 'The document is not a JSON object.',
    todo: 'For the app’s maker: publish the client metadata of RFC 7591 there.',
  },
  redirect_uris_missing: {
    what: 'The document does not say where people are sent back to.',
    todo: 'For the app’s maker: list at least one address in redirect_uris.',
  },
  redirect_uri_refused: {
    what: 'The document wants people sent back to an address that is not safe.',
    todo: 'For the app’s maker: list https addresses, http on localhost, or a scheme of the app’s own.',
  },
  auth_method_refused: {
    what: 'The document promises a secret, which somebody who only publishes cannot share.',
    todo: 'For the app’s maker: set token_endpoint_auth_method to none or private_key_jwt.',
  },
  client_id_differs: {
    what: 'The document names another client than the address it lies at.',
    todo: 'For the app’s maker: client_id in it must be its own address, to the last character.',
  },
  metadata_refused: {
    what: 'The document contradicts itself.',
    todo: 'For the app’s maker: private_key_jwt needs jwks or jwks_uri.',
  },
} as const satisfies Record<OutboundReason, Explanation> & Record<string, Explanation>
