import { submitRemove } from './actions'

export const Remove = ({ id }: { id: string }) => (
  <form action={submitRemove}>
    <input type="hidden" name="installation" value={id} />
    <button type="submit" className="button button-danger button-small">
      Remove
    </button>
  </form>
)
