import { TextField } from '@/app/ui/text-field'
import { submitKey } from './actions'

export const KeyForm = ({ id }: { id: string }) => (
  <form action={submitKey} className="space-y-4">
    <h3 className="font-semibold text-lg">A key</h3>
    <input type="hidden" name="installation" value={id} />
    <TextField
      name="key"
      label="API key"
      hint="Kept encrypted; you can wipe it."
      type="password"
      autoComplete="off"
      maxLength={2000}
    />
    <button type="submit" className="button">
      Save the key
    </button>
  </form>
)
