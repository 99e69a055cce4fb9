import type { Metadata } from 'next'
import { Panel } from '@/app/ui/panel'
import { HandOver } from './hand-over'

export const metadata: Metadata = { title: 'Connecting', robots: { index: false } }

/** Where consent sends the window that the viewer's Authorize opened. */
export default function CallbackPage() {
  return (
    <Panel title="Back to the API docs" lead="This window closes by itself. If not, close it.">
      <HandOver />
    </Panel>
  )
}
