import type { Profile } from '@/lib/host/profiles/profile'
import { quirksOf } from '@/lib/host/quirks'
import { Fact } from '../ui/fact'
import { Section } from '../ui/section'

export const Quirks = ({ profile }: { profile: Profile }) => (
  <Section
    id="quirks"
    title={`How ${profile.name} differs`}
    lead="Each with what it rests on; where there is nothing, the vendor does not say."
  >
    <ul className="list-disc space-y-1 ps-5 text-sm">
      {quirksOf(profile).map(({ says, fact }) => (
        <li key={says}>
          {says} <Fact fact={fact} />
        </li>
      ))}
    </ul>
  </Section>
)
