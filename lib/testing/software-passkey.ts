import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@/lib/people/passkeys'

type Site = { origin: string; rpID: string }

type Answer = { challenge: string; counter?: number; verified?: boolean; userHandle?: string }

/** An authenticator of a few lines (WebAuthn §6): one ES256 key, and a counter as the test says. */
export function createSoftwarePasskey({ origin, rpID }: Site) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  const jwk = publicKey.export({ format: 'jwk' })
  const rawId = id.toString('base64url')

  const clientData = (type: string, challenge: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  const authenticatorData = (flags: number, counter: number, attested: Buffer): Buffer => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(rpID), Buffer.from([flags]), count, attested])
  }

  // A COSE key (RFC 9053 §7.1.1): kty EC2, alg ES256, crv P-256, x, y.
  const coseKey = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(String(jwk.x), 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(String(jwk.y), 'base64url'),
  ])

  return {
    id: rawId,
    coseKey,
    register({ challenge, counter = 0 }: Answer): RegistrationResponseJSON {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseKey])
      const data = authenticatorData(0x45, counter, attested)
      // CBOR: { fmt: 'none', attStmt: {}, authData: bytes }
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
        Buffer.from([0x58, data.length]),
        data,
      ])
      return {
        id: rawId,
        rawId,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    answer({
      challenge,
      counter = 0,
      verified = true,
      userHandle,
    }: Answer): AuthenticationResponseJSON {
      const client = clientData('webauthn.get', challenge)
      const data = authenticatorData(verified ? 0x05 : 0x01, counter, Buffer.alloc(0))
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return {
        id: rawId,
        rawId,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
          ...(userHandle && { userHandle: Buffer.from(userHandle).toString('base64url') }),
        },
      }
    },
  }
}

const sha256 = (value: string | Buffer): Buffer => createHash('sha256').update(value).digest()
