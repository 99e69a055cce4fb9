'use client'

import { useState } from 'react'

export type CopyWords = { copy: string; copied: string; notCopied: string }

const english: CopyWords = { copy: 'Copy', copied: 'Copied', notCopied: 'Not copied' }

type CopyButtonProps = { text: string; label: string; words?: CopyWords }

/** Not shown where there is no script; the text beside it is selected by a click without it. */
export function CopyButton({ text, label, words = english }: CopyButtonProps) {
  const [outcome, setOutcome] = useState('')
  const copy = async () => {
    // A browser can refuse, and has no clipboard at all on a page without https.
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )
    setOutcome(copied ? words.copied : words.notCopied)
    setTimeout(() => setOutcome(''), 2000)
  }
  return (
    <button
      type="button"
      onClick={copy}
      className="button button-quiet button-small shrink-0 [@media(scripting:none)]:hidden"
    >
      <span aria-hidden="true">{outcome || words.copy}</span>
      <span className="sr-only">
        {words.copy}: {label}
      </span>
      <span role="status" className="sr-only">
        {outcome}
      </span>
    </button>
  )
}
