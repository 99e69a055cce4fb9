import { Section } from '@/app/admin/ui/section'
import { ActionForm } from '@/app/ui/action-form'
import { AnswerErrors } from '@/app/ui/answer-errors'
import { Field } from '@/app/ui/field'
import { SubmitButton } from '@/app/ui/submit-button'
import type { StayForStaff } from '@/lib/stays/admin/find-stays'
import { submitRooms } from './actions'
import { digitsOf } from './read-rooms'

type RoomFields = { id: string; name?: string; capacity?: number; price?: string }

export function RoomsForm({ stay }: { stay: StayForStaff }) {
  const digits = digitsOf(stay.currency)
  const toAmount = (units: number) => (units / 10 ** digits).toFixed(digits)
  const fields = ({ id, name, capacity, price }: RoomFields) => (
    <div className="mt-1 grid gap-x-4 gap-y-3 sm:grid-cols-[1fr_6rem_10rem]">
      <Field name={`${id}.name`} label="Name" defaultValue={name} required={id !== 'new'} />
      <Field
        name={`${id}.capacity`}
        label="Guests"
        inputMode="numeric"
        defaultValue={capacity}
        required={id !== 'new'}
      />
      <Field
        name={`${id}.basePrice`}
        label={`Price, ${stay.currency}`}
        inputMode="decimal"
        defaultValue={price}
        required={id !== 'new'}
      />
    </div>
  )
  return (
    <Section
      title="Rooms"
      lead="The price of a night before season and weekday. What is booked keeps its price; who is asked to approve a booking is told when it rose."
    >
      <ActionForm act={submitRooms} className="max-w-2xl space-y-6">
        <input type="hidden" name="slug" value={stay.slug} />
        <input type="hidden" name="version" value={stay.version} />
        <input type="hidden" name="currency" value={stay.currency} />
        <AnswerErrors title="Please correct this:" />
        {stay.rooms.map(({ id, name, capacity, basePrice }) => (
          <fieldset key={id}>
            <legend className="sr-only">{name}</legend>
            <input type="hidden" name="room" value={id} />
            {fields({ id, name, capacity, price: toAmount(basePrice) })}
          </fieldset>
        ))}
        <fieldset className="border-line border-t pt-4">
          <legend className="float-left mb-2 w-full font-semibold">One more room</legend>
          <div className="clear-both">{fields({ id: 'new' })}</div>
        </fieldset>
        <SubmitButton className="button">Save the rooms</SubmitButton>
      </ActionForm>
    </Section>
  )
}
