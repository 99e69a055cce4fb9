import { Act } from '@/app/admin/ui/act'
import { Section } from '@/app/admin/ui/section'
import { needsSecondFactor } from '@/lib/people/second-factor'
import { submitRemoveSecondFactor } from './actions'

/** A way back in for somebody who lost their phone and their recovery codes. */
export async function SecondStep({ id }: { id: string }) {
  if (!(await needsSecondFactor(id))) return null
  return (
    <Section
      title="Two-step sign-in"
      lead="It is on. Take it away only for somebody who lost their app and their recovery codes, and who has shown you in another way that it is them: from then on their password, or a link by mail, signs in alone. They are told."
    >
      <Act act={submitRemoveSecondFactor} fields={{ id }} isDangerous>
        Take the second step away
      </Act>
    </Section>
  )
}
