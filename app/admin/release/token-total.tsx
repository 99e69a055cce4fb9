'use client'

import { useEffect, useRef, useState } from 'react'

type TokenTotalProps = { surface: string; saved: number }

/** Counts what is ticked now; without script it is what was saved. */
export function TokenTotal({ surface, saved }: TokenTotalProps) {
  const output = useRef<HTMLOutputElement>(null)
  const [ticked, setTicked] = useState<number | null>(null)
  useEffect(() => {
    const form = output.current?.form
    const count = () => {
      const boxes = form?.querySelectorAll<HTMLInputElement>(`input[name="${surface}"]:checked`)
      setTicked([...(boxes ?? [])].reduce((sum, { dataset }) => sum + Number(dataset.tokens), 0))
    }
    form?.addEventListener('change', count)
    return () => form?.removeEventListener('change', count)
  }, [surface])
  const change = ticked === null ? 0 : ticked - saved
  return (
    <output ref={output} className="font-semibold">
      {(ticked ?? saved).toLocaleString('en')}
      {change !== 0 && (
        <span className="ms-1 font-normal text-soft">
          ({change > 0 ? '+' : '−'}
          {Math.abs(change)})
        </span>
      )}
    </output>
  )
}
