import type { Step } from '@/lib/host/wire'
import { WireSteps } from './wire-steps'

/** The wire of one entry, folded. */
export const Wire = ({ steps }: { steps: Step[] }) => (
  <details className="mt-3">
    <summary className="link cursor-pointer text-sm">On the wire ({steps.length})</summary>
    <div className="mt-3">
      <WireSteps steps={steps} />
    </div>
  </details>
)
