import { noSubdivision, SubdivisionField } from '@/app/playground/ui/subdivision-field'
import type { Conversation } from '@/lib/host/kept/conversation'
import { submitPlace } from './actions'

type PlaceProps = {
  conversation: Conversation
  /** What was typed and is none. */
  wrong: string | undefined
}

/** What the host tells of where the person is; another place holds from the next call on. */
export const Place = ({ conversation: { id, chosen }, wrong }: PlaceProps) => (
  <details open={wrong !== undefined} className="py-2 text-sm">
    <summary className="link cursor-pointer">
      {chosen.subdivision ? `Location: ${chosen.subdivision}` : 'Location: not told'}
    </summary>
    <form action={submitPlace} className="card mt-3 flex flex-wrap items-end gap-3 p-4">
      <input type="hidden" name="conversation" value={id} />
      <SubdivisionField
        known={wrong ?? chosen.subdivision}
        error={wrong === undefined ? undefined : noSubdivision}
      />
      <button type="submit" className="button button-small">
        Tell this
      </button>
    </form>
  </details>
)
