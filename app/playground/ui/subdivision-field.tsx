import { TextField } from '@/app/ui/text-field'

type SubdivisionFieldProps = { known?: string | null; error?: string }

export const noSubdivision = 'That is no ISO 3166-2 code.'

export const SubdivisionField = ({ known, error }: SubdivisionFieldProps) => (
  <div className="max-w-80">
    <TextField
      name="subdivision"
      label="Where the person is"
      hint="ISO 3166-2, such as FR-IDF; empty: not told"
      required={false}
      defaultValue={known ?? ''}
      error={error}
      maxLength={6}
      pattern="[A-Za-z]{2}-[A-Za-z0-9]{1,3}"
    />
  </div>
)
