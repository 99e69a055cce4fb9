import { Snippet } from '@/app/ui/snippet'
import type { SeenInstallation } from '@/lib/host/kept/installation'
import { Section } from '../ui/section'
import { submitVerify } from './actions'

/** Plugins of 2023 with a client or a service key proved that they are their developer's. */
export const Verifying = ({
  seen: { id, installation, verification },
}: {
  seen: SeenInstallation
}) =>
  installation.kind === 'plugin' &&
  installation.auth.type !== 'none' && (
    <Section
      id="verify"
      title={verification.verified ? 'Verified' : 'Verify'}
      lead="ChatGPT showed this token to the developer, and looked for it in the manifest."
    >
      <Snippet
        label="Put it into the manifest’s auth"
        text={`"verification_tokens": { "openai": "${verification.token}" }`}
      />
      <form action={submitVerify} className="mt-4">
        <input type="hidden" name="installation" value={id} />
        <button type="submit" className="button button-quiet">
          Look for it
        </button>
      </form>
    </Section>
  )
