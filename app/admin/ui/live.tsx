'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

/** Shows the page's figures anew every few seconds while it is looked at; without script it stands. */
export function Live({ seconds = 5 }: { seconds?: number }) {
  const router = useRouter()
  const [runs, setRuns] = useState(true)
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, seconds * 1000)
    return () => clearInterval(timer)
  }, [runs, seconds, router])
  return (
    <button
      type="button"
      onClick={() => setRuns(!runs)}
      className="button button-quiet button-small"
    >
      {runs ? 'Live: pause' : 'Paused: go on'}
    </button>
  )
}
