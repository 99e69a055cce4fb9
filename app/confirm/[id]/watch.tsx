'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Shows the page anew when it was decided elsewhere, or its time is over. */
export function Watch({ id, state }: { id: string; state: string }) {
  const { refresh } = useRouter()
  useEffect(() => {
    let asked = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const address = `/confirm/${encodeURIComponent(id)}/state?is=${state}`
    const ask = async () => {
      clearTimeout(timer)
      const round = ++asked
      if (document.visibilityState !== 'visible') return
      const answer = await fetch(address, { cache: 'no-store' }).catch(() => null)
      if (round !== asked) return
      if (answer?.status === 200) refresh()
      timer = setTimeout(ask, asked < 100 ? 3000 : 15_000)
    }
    timer = setTimeout(ask, 3000)
    document.addEventListener('visibilitychange', ask)
    return () => {
      asked = Number.NaN
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [id, state, refresh])
  return null
}
