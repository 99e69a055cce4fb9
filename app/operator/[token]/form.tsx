import { submitOperator } from './actions'

export function OperatorForm({ token }: { token: string }) {
  return (
    <form action={submitOperator}>
      <input type="hidden" name="token" value={token} />
      <button type="submit" className="button w-full">
        Become the operator
      </button>
    </form>
  )
}
