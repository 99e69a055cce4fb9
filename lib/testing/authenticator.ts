import { Secret, TOTP } from 'otpauth'
import {
  beginAuthenticator,
  confirmAuthenticator,
  getWaitingAuthenticator,
} from '@/lib/people/authenticator'
import { createPerson } from './people'

/** What an app shows at that moment, in milliseconds since 1970. */
export const codeOf = (secret: string, at = Date.now()): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) }).generate({ timestamp: at })

/** A person whose authenticator is in use; its first code was that of now. */
export async function createGuardedPerson(): Promise<{ id: string; secret: string }> {
  const { id, email } = await createPerson()
  await beginAuthenticator(id)
  const secret = (await getWaitingAuthenticator(id, email))?.secret ?? ''
  if (!(await confirmAuthenticator(id, codeOf(secret)))) throw new Error('the code was not taken')
  return { id, secret }
}
