import { Part } from '@/app/admin/ui/part'
import { listAttention } from '@/lib/attention/attention'

/** What an operator should do now. */
export async function Needs() {
  const needs = await listAttention()
  if (needs.length === 0) {
    return (
      <p className="mt-6 flex items-center gap-2 text-soft">
        <span aria-hidden="true" className="size-2.5 rounded-full bg-brand" />
        Nothing needs you now.
      </p>
    )
  }
  return (
    <Part id="needs" title="Needs you">
      <ul className="mt-4 grid gap-3">
        {needs.map(({ what, why, href, button, isUrgent }) => (
          <li
            key={what}
            className={`flex flex-wrap items-center gap-x-6 gap-y-3 rounded-2xl border p-4 sm:px-5 ${isUrgent ? 'border-danger bg-danger-tint' : 'border-line bg-brass-tint'}`}
          >
            <div className="min-w-0 flex-1 basis-64">
              <p className={`font-semibold ${isUrgent ? 'text-danger' : ''}`}>{what}</p>
              <p className="text-sm text-soft">{why}</p>
            </div>
            <a href={href} className="button button-small">
              {button}
            </a>
          </li>
        ))}
      </ul>
    </Part>
  )
}
