/** How a plugin gets into one host. */
export type Way = {
  /** Opens the host at the right place, or adds the plugin by itself. */
  link?: { href: string; text: string }
  /** What is given to the host, exactly as it is pasted. */
  snippets: { label: string; text: string }[]
  steps: string[]
  /** What the person is then asked. */
  asks: string
}

/** What every way is told in: where the plugin is, and what hosts call it. */
export type Plugin = {
  origin: string
  name: string
  /** For command lines and files: letters and digits. */
  slug: string
}
