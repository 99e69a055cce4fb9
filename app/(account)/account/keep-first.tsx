import { Panel } from '@/app/ui/panel'
import { submitStay } from './data/actions'

/** In the middle of connecting an app: whoever is about to be deleted decides about that first. */
export const KeepFirst = ({ next }: { next: string }) => (
  <Panel
    title="Your account is about to be deleted"
    lead="You asked for that. To connect an app, keep the account."
    isStep
  >
    <form action={submitStay} className="grid">
      <input type="hidden" name="next" value={next} />
      <button type="submit" className="button">
        Keep my account
      </button>
    </form>
  </Panel>
)
