import { TextField } from '@/app/ui/text-field'

export const SubdivisionField = () => (
  <div className="max-w-64">
    <TextField
      name="subdivision"
      label="Where the person is"
      hint="ISO 3166-2, such as FR-IDF; empty: not told"
      required={false}
      maxLength={6}
      pattern="[A-Za-z]{2}-[A-Za-z0-9]{1,3}"
    />
  </div>
)
