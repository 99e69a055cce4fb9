import { Panel } from '@/app/ui/panel'

export function NoMail() {
  return (
    <Panel title="This site sends no mail" lead="So there are no links by mail here yet.">
      <a href="/support" className="button button-quiet w-full">
        Ask for help
      </a>
    </Panel>
  )
}
