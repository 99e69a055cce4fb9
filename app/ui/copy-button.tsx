'use client'

import { useState } from 'react'

type CopyButtonProps = { text: string; label: string }

/** Not shown where there is no script; the text beside it is selected by a click without it. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const [outcome, setOutcome] = useState('')
  const copy = async () => {
    // A browser can refuse, and has no clipboard at all on a page without https.
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )
    setOutcome(copied ? 'Copied' : 'Not copied')
    setTimeout(() => setOutcome(''), 2000)
  }
  return (
    <button
      type="button"
      onClick={copy}
      className="button button-quiet button-small shrink-0 [@media(scripting:none)]:hidden"
    >
      <span aria-hidden="true">{outcome || 'Copy'}</span>
      <span className="sr-only">Copy: {label}</span>
      <span role="status" className="sr-only">
        {outcome}
      </span>
    </button>
  )
}
