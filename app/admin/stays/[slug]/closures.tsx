import { Act } from '@/app/admin/ui/act'
import { Day } from '@/app/admin/ui/moment'
import { Section } from '@/app/admin/ui/section'
import { Select } from '@/app/admin/ui/select'
import { Field } from '@/app/ui/field'
import { type Closure, listClosures } from '@/lib/stays/admin/closing'
import type { StayForStaff } from '@/lib/stays/admin/find-stays'
import { submitClose, submitOpen } from './actions'

type ClosuresProps = { stay: StayForStaff; mayChange: boolean }

/** The nights that are not sold, and what was sold in them before. */
export async function Closures({ stay, mayChange }: ClosuresProps) {
  const closures = await listClosures(stay.id)
  return (
    <Section
      title="Closed nights"
      lead={
        closures.length > 0
          ? 'Nobody can book these nights. Reservations that were made before stand until you cancel them.'
          : 'Every night that is not booked is sold.'
      }
    >
      <ul className="divide-y divide-line empty:hidden">
        {closures.map((closure) => (
          <li
            key={`${closure.from} ${closure.to}`}
            className="flex flex-wrap items-start justify-between gap-3 py-3 first:pt-0"
          >
            <ClosureText closure={closure} all={stay.rooms.length} />
            {mayChange && (
              <Act
                act={submitOpen}
                fields={{
                  slug: stay.slug,
                  from: closure.from,
                  to: closure.to,
                  rooms: closure.roomIds.join(' '),
                }}
              >
                Open again<span className="sr-only"> from {closure.from} on</span>
              </Act>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <Act
          act={submitClose}
          fields={{ slug: stay.slug }}
          inputs={
            <>
              <Field name="from" label="First night" type="date" />
              <Field name="to" label="Last night" type="date" />
              <Select
                name="rooms"
                label="Room"
                options={[['', 'The whole house'], ...stay.rooms.map(toOption)]}
              />
            </>
          }
        >
          Close these nights
        </Act>
      )}
    </Section>
  )
}

const toOption = ({ id, name }: StayForStaff['rooms'][number]): [string, string] => [id, name]

function ClosureText({ closure, all }: { closure: Closure; all: number }) {
  const { from, to, rooms, reservations } = closure
  return (
    <div className="min-w-0 flex-1 basis-60">
      <p className="font-medium">
        {from === to ? (
          <>
            The night of <Day on={from} />
          </>
        ) : (
          <>
            The nights of <Day on={from} /> to <Day on={to} />
          </>
        )}
      </p>
      <p className="text-soft text-sm">
        {rooms.length === all ? 'The whole house' : rooms.join(', ')}
      </p>
      {reservations.length > 0 && (
        <p className="mt-1 text-brass text-sm">
          Sold before:{' '}
          {reservations.map((id, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <a href={`/admin/reservations/${id}`} className="link">
                {id}
              </a>
            </span>
          ))}
        </p>
      )}
    </div>
  )
}
