import { Panel } from '@/app/ui/panel'

export function UsedLink() {
  return (
    <Panel
      title="This link does not work"
      lead="It was used already, or a newer one has replaced it."
    >
      <p>
        If nobody is the operator yet, start the app again: it prints a new link in its terminal.
      </p>
      <a href="/" className="button button-quiet w-full">
        Go to the start page
      </a>
    </Panel>
  )
}
