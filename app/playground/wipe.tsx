import { submitWipe } from './actions'
import { Section } from './ui/section'

export const Wipe = () => (
  <Section
    id="wipe"
    title="Wipe"
    lead="Removes every plugin, key, secret, token and conversation of yours here. Links are not revoked: end those in your account."
  >
    <form action={submitWipe}>
      <button type="submit" className="button button-danger">
        Wipe everything
      </button>
    </form>
  </Section>
)
