import { Act } from '@/app/admin/ui/act'
import { Section } from '@/app/admin/ui/section'
import type { StayForStaff } from '@/lib/stays/admin/find-stays'
import { submitOffer, submitWithdraw } from './actions'

export const Withdraw = ({ stay }: { stay: StayForStaff }) => (
  <Section
    title={stay.withdrawnAt ? 'Withdrawn' : 'Withdraw'}
    lead={
      stay.withdrawnAt
        ? 'Nobody finds or books this house. Its reservations stand.'
        : 'Nobody finds or books a withdrawn house. Its reservations stand, and you can offer it again.'
    }
  >
    <Act
      act={stay.withdrawnAt ? submitOffer : submitWithdraw}
      fields={{ slug: stay.slug, version: stay.version }}
      isDangerous={!stay.withdrawnAt}
    >
      {stay.withdrawnAt ? 'Offer it again' : 'Withdraw this house'}
    </Act>
  </Section>
)
