import { readCookie } from '@/lib/cookies'
import { env } from '@/lib/env'
import { sealJson, unsealJson } from '@/lib/secrets'

/**
 * What form-action (CSP3 §6.4.1) must let through so that a form's answer can lead to this address;
 * null for what cannot be said there without saying more.
 */
export function toFormTarget(address: string): string | null {
  const { protocol, hostname, port, origin } = new URL(address)
  if (!/^https?:$/.test(protocol)) return /^[a-z][a-z0-9+.-]*:$/.test(protocol) ? protocol : null
  // The grammar has no IPv6 address.
  if (protocol === 'http:' && hostname === '[::1]') return `http://*:${port || '80'}`
  // A URL's host may hold a semicolon, which would begin a directive of its own.
  return /^https?:\/\/[a-z0-9.-]+(:\d+)?$/.test(origin) ? origin : null
}

const purpose = 'form target'

type Sealed = { uid: string; target: string | null }

/** Tells the header of the consent page, which is written before anything is looked up. */
export const formTargetCookie = (): string =>
  env().local ? 'latchkey.form-target' : '__Host-latchkey.form-target'

export const sealFormTarget = (uid: string, redirectUri: string): string =>
  sealJson(purpose, { uid, target: toFormTarget(redirectUri) } satisfies Sealed)

/** Null unless this server wrote it for this very request for consent. */
export function readFormTarget(cookies: string, uid: string): string | null {
  const sealed = readCookie(cookies, formTargetCookie())
  const about = sealed ? unsealJson<Sealed>(purpose, sealed) : null
  return about?.uid === uid ? about.target : null
}
