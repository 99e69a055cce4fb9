import { Panel } from '@/app/ui/panel'

export function Expired() {
  return (
    <Panel
      title="This request is over"
      lead="It has expired, was already answered, or was started in another browser."
    >
      <p>
        If your assistant is not connected yet, go back to it and start again: it sends you here
        with a new request.
      </p>
      <a href="/account/connections" className="button button-quiet w-full">
        See your connections
      </a>
    </Panel>
  )
}
