import { Act } from '@/app/admin/ui/act'
import { FreshFirst } from '@/app/admin/ui/fresh-first'
import { Section } from '@/app/admin/ui/section'
import { Field } from '@/app/ui/field'
import type { Person } from '@/lib/session/person'
import { submitCancel } from './actions'

type CancelProps = { id: string; person: Person }

export const Cancel = ({ id, person }: CancelProps) => (
  <Section
    title="Cancel"
    lead="The nights are free at once, and the person is told by a notice, by mail and through their assistant. It cannot be undone."
  >
    <FreshFirst person={person} page={`/admin/reservations/${id}`} what="cancel a reservation">
      <Act
        act={submitCancel}
        fields={{ id }}
        isDangerous
        inputs={
          <div className="min-w-0 flex-1 basis-72">
            <Field
              name="reason"
              label="Reason"
              hint="The person reads it as you write it; at most 200 characters."
              autoComplete="off"
            />
          </div>
        }
      >
        Cancel this reservation
      </Act>
    </FreshFirst>
  </Section>
)
