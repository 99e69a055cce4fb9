/** Covers secrets in what is shown and kept of the wire. */
export type Mask = {
  /** From now on this value is covered wherever it stands. */
  hide: (secret: string | null | undefined) => void
  cover: (text: string) => string
}

const names =
  'access_token|refresh_token|id_token|client_secret|client_assertion|code_verifier|registration_access_token|api_key|password'

const inJson = new RegExp(`("(?:${names})"\\s*:\\s*")((?:[^"\\\\]|\\\\.)*)"`, 'g')
const inForm = new RegExp(`((?:^|[?&])(?:${names})=)([^&#\\s]*)`, 'g')
const inHeader = /^((?:Bearer|Basic)\s+)(\S+)/gi

export function createMask(): Mask {
  const secrets = new Set<string>()
  return {
    hide(secret) {
      // What is this short is no secret, and would be covered in every word that holds it.
      if (!secret || secret.length < 6) return
      // As it is, in a URL, in a form and in JSON.
      secrets.add(secret)
      secrets.add(encodeURIComponent(secret))
      secrets.add(new URLSearchParams({ '': secret }).toString().slice(1))
      secrets.add(JSON.stringify(secret).slice(1, -1))
    },
    cover(text) {
      let covered = text
        .replace(inJson, (_, before, value) => `${before}${dots(value)}"`)
        .replace(inForm, (_, before, value) => `${before}${dots(value)}`)
        .replace(inHeader, (_, before, value) => `${before}${dots(value)}`)
      for (const secret of secrets) covered = covered.replaceAll(secret, dots(secret))
      return covered
    },
  }
}

/** Enough to tell two apart, too little to use; the length of a token says nothing about it. */
function dots(secret: string): string {
  if (secret === '' || secret.includes('…')) return secret
  return secret.length < 20 ? '…' : `${secret.slice(0, 4)}…(${secret.length})`
}
