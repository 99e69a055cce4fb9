'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useState } from 'react'

type Line = { kind: string; text?: string; operation?: string; means?: string; href?: string }

type TalkProps = {
  action: string
  name: string
  /** Whether it can answer to what was called, and whether it does so at once. */
  goesOn: 'no' | 'can' | 'now'
}

/** Where the person speaks to the model. Without script the form leads to the page it ends with. */
export function Talk({ action, name, goesOn }: TalkProps) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [said, setSaid] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    if (goesOn !== 'now') return
    // A page that is loaded anew lets it go on no second time.
    window.history.replaceState(null, '', window.location.pathname)
    form.current?.requestSubmit()
  }, [goesOn])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const { currentTarget } = event
    setBusy(true)
    setSaid('')
    let href: string | undefined
    let failed = ''
    await listen(action, new FormData(currentTarget), (line) => {
      href ??= line.href
      if (line.kind === 'text') setSaid((before) => (before ?? '') + line.text)
      if (line.kind === 'called') setSaid(`Called ${line.operation}. `)
      if (line.kind === 'failed') failed = line.means ?? ''
    }).catch(() => {
      failed = 'The connection was lost.'
    })
    currentTarget.reset()
    setBusy(false)
    setSaid(failed || null)
    if (href) router.push(href)
    else router.refresh()
  }

  return (
    <form ref={form} action={action} method="post" onSubmit={submit} className="mt-6">
      {said !== null && (
        <p
          role="status"
          className="card mb-4 whitespace-pre-wrap px-4 py-3 [overflow-wrap:anywhere]"
        >
          {said || 'Thinking…'}
        </p>
      )}
      <label htmlFor="text" className="font-medium">
        Say something to {name}
      </label>
      <textarea
        id="text"
        name="text"
        rows={2}
        maxLength={4000}
        className="mt-1.5 block w-full rounded-lg border border-edge bg-surface px-3 py-2"
      />
      <button type="submit" className="button mt-3" aria-disabled={isBusy}>
        {goesOn === 'no' ? 'Send' : 'Send, or let it go on'}
      </button>
    </form>
  )
}

async function listen(action: string, body: FormData, hear: (line: Line) => void): Promise<void> {
  const headers = { accept: 'application/x-ndjson' }
  const answer = await fetch(action, { method: 'POST', headers, body })
  if (!answer.ok || !answer.body) throw new Error(String(answer.status))
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(JSON.parse(line))
  }
}
