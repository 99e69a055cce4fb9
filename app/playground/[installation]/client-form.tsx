import { Snippet } from '@/app/ui/snippet'
import { TextField } from '@/app/ui/text-field'
import type { SeenInstallation } from '@/lib/host/kept/installation'
import { submitClient } from './actions'

/** A client that the plugin's operator made. Endpoints are typed where no document names them. */
export const ClientForm = ({ seen, callback }: { seen: SeenInstallation; callback: string }) => (
  <form action={submitClient} className="space-y-4">
    <h3 className="font-semibold text-lg">A client</h3>
    <input type="hidden" name="installation" value={seen.id} />
    <Snippet label="Register it at the plugin with this callback" text={callback} />
    <TextField name="clientId" label="Client id" autoComplete="off" maxLength={2000} />
    <TextField
      name="clientSecret"
      label="Client secret"
      hint="Kept encrypted; you can wipe it."
      type="password"
      autoComplete="off"
      required={false}
      maxLength={2000}
    />
    {seen.installation.auth.type !== 'oauth' && (
      <>
        <TextField name="authorizeUrl" label="Authorization URL" type="url" maxLength={2000} />
        <TextField name="tokenUrl" label="Token URL" type="url" maxLength={2000} />
        <TextField name="scope" label="Scope" required={false} maxLength={2000} />
      </>
    )}
    <label className="block font-medium">
      How the secret is sent
      <select
        name="tokenAuth"
        className="mt-1.5 block min-h-11 w-full rounded-lg border border-edge bg-surface px-3 py-2 font-normal"
      >
        <option value="post">In the body of the request</option>
        <option value="basic">As basic authorization</option>
      </select>
    </label>
    <button type="submit" className="button">
      Save the client
    </button>
  </form>
)
