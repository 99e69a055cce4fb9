import Provider from 'oidc-provider'
import { hmac } from '@/lib/secrets'

/**
 * The token that follows `token`. It is derived, not drawn: every process finds the same
 * successor, and nothing readable has to be stored for that.
 */
export const successorOf = (token: string): string => hmac('refresh successor', token)

/** Makes a rotated refresh token take its derived value instead of a random one. */
export function deriveRotatedTokens(provider: Provider): void {
  const tokens = provider.RefreshToken.prototype as unknown as { generateTokenId(): string }
  const drawn = tokens.generateTokenId
  tokens.generateTokenId = function generateTokenId() {
    const rotated = Provider.ctx?.oidc.entities.RotatedRefreshToken
    return rotated ? successorOf(rotated.jti) : drawn.call(this)
  }
}
