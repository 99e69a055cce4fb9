import type { Metadata } from 'next'
import { Panel } from '@/app/ui/panel'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <Panel
      title="There is nothing here"
      lead="The address may have a typing error, or what was here is gone."
    >
      <a href="/" className="button w-full">
        Go to the start page
      </a>
    </Panel>
  )
}
