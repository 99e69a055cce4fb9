import { Panel } from '@/app/ui/panel'

type ExpiredLinkProps = { again: string; text: string }

/** For a mailed link that was used, replaced or too old; it does not say which. */
export function ExpiredLink({ again, text }: ExpiredLinkProps) {
  return (
    <Panel
      title="This link does not work any more"
      lead="It was used already, or it is too old."
      isStep
    >
      <a href={again} className="button w-full">
        {text}
      </a>
    </Panel>
  )
}
