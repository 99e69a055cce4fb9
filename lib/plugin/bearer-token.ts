/**
 * RFC 6750 §2.1; null where there is none. A token anywhere else is not looked at, and a broken one is
 * still a token: whoever sends it means to be somebody.
 */
export function bearerToken(header: string | null): string | null {
  return header?.match(/^bearer +(\S.*)$/i)?.[1]?.trimEnd() ?? null
}
