import { hmac, randomToken } from '@/lib/secrets'

/** What only a process of this very site can say of a nonce. */
const proofOf = (nonce: string): string => hmac('probe', nonce).slice(0, 22)

/** Of a nonce, what nobody is told who asks: whoever has it is not written down. */
const signatureOf = (nonce: string): string => hmac('probe agent', nonce).slice(0, 22)

export const newNonce = (): string => randomToken().slice(0, 16)

const pattern = /^[\w-]{16}$/

/** Answers a nonce with its proof: who reads it has reached this site and nothing before it. */
export function answerProbe(request: Request): Response {
  const nonce = new URL(request.url).searchParams.get('nonce') ?? ''
  const headers = { 'cache-control': 'no-store' }
  return pattern.test(nonce)
    ? Response.json({ proof: proofOf(nonce) }, { headers })
    : Response.json({ error: 'nonce' }, { status: 400, headers })
}

export const isProof = (nonce: string, proof: unknown): boolean => proof === proofOf(nonce)

/** A host's User-Agent, signed so that the walk is told from the host's own. */
export const markedAgent = (agent: string, nonce: string): string =>
  `${agent} latchkey-probe/${nonce}.${signatureOf(nonce)}`

export function isProbe(userAgent: string): boolean {
  const [, nonce, signature] = / latchkey-probe\/([\w-]{16})\.([\w-]{22})$/.exec(userAgent) ?? []
  return nonce !== undefined && signature === signatureOf(nonce)
}
