import type { Profile } from '@/lib/host/profiles/profile'
import { quirksOf } from '@/lib/host/quirks'
import { Section } from '../ui/section'

export const Quirks = ({ profile }: { profile: Profile }) => (
  <Section
    id="quirks"
    title={`How ${profile.name} differs`}
    lead="Each with the section of the host facts it rests on; where there is none, the vendor says nothing."
  >
    <ul className="list-disc space-y-1 ps-5 text-sm">
      {quirksOf(profile).map(({ says, fact }) => (
        <li key={says}>
          {says} {fact && <span className="text-soft">{fact}</span>}
        </li>
      ))}
    </ul>
  </Section>
)
