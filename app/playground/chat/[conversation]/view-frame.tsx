'use client'

import { useEffect, useRef } from 'react'
import { answerView, type Shown } from './view-messages'

type ViewFrameProps = { src: string; title: string; shown: Shown }

/** A view of MCP Apps in a frame without an origin; it speaks to the host by messages only. */
export function ViewFrame({ src, title, shown }: ViewFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) => {
      const inside = frame.current?.contentWindow
      if (!inside || source !== inside) return
      for (const message of answerView(data, shown)) inside.postMessage(message, '*')
      const height = data?.method === sizeChanged && Number(data.params?.height)
      if (height && frame.current) {
        frame.current.style.height = `${Math.min(Math.max(height, 40), 1200)}px`
      }
    }
    window.addEventListener('message', hear)
    // Begun here, so that nothing it says is missed.
    if (frame.current) frame.current.src = src
    return () => window.removeEventListener('message', hear)
  }, [src, shown])
  return (
    <iframe
      ref={frame}
      title={title}
      sandbox="allow-scripts"
      className="mt-4 h-80 w-full rounded-xl border border-line [@media(scripting:none)]:hidden"
    />
  )
}

const sizeChanged = 'ui/notifications/size-changed'
