import type { SeenInstallation } from '@/lib/host/kept/installation'
import { submitStart } from '../actions'
import { Section } from '../ui/section'
import { SubdivisionField } from '../ui/subdivision-field'

export const Talking = ({ seen: { id, state } }: { seen: SeenInstallation }) =>
  state !== 'needs_registration' && (
    <Section id="talk" title="Talk to it">
      <form action={submitStart} className="flex flex-wrap items-end gap-4">
        <input type="hidden" name="installation" value={id} />
        <SubdivisionField />
        <button type="submit" className="button">
          Start a conversation
        </button>
      </form>
    </Section>
  )
