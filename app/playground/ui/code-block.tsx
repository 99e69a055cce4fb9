/** What a plugin or a host sent, as text and nothing else. */
export const CodeBlock = ({ text, label }: { text: string; label: string }) => (
  <figure aria-label={label} className="mt-2">
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      className="max-h-96 overflow-auto whitespace-pre-wrap rounded-lg bg-sunken p-3 font-mono text-xs [overflow-wrap:anywhere]"
    >
      {text}
    </pre>
  </figure>
)

export const toPretty = (value: unknown): string => JSON.stringify(value, null, 2)

/** JSON with line breaks; anything else as it is. */
export function prettyText(text: string): string {
  try {
    return toPretty(JSON.parse(text))
  } catch {
    return text
  }
}
