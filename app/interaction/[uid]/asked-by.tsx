import type { ReactNode } from 'react'
import { Logo } from '@/app/ui/logo'
import type { ConsentRequest } from '@/lib/oauth/interaction'
import { product } from '@/lib/product'

/** Which app asks, and who says that it is that app. */
export function AskedBy({ request, isStepUp }: { request: ConsentRequest; isStepUp: boolean }) {
  const { uid, clientName, isVerified, logoUri } = request
  const name = <bdi className="text-brand">{clientName}</bdi>
  return (
    <>
      <Meeting clientName={clientName} logo={logoUri && `/interaction/${uid}/logo`} />
      <h1 className="mt-5 text-2xl [overflow-wrap:anywhere]">
        {isStepUp ? (
          <>Allow {name} more?</>
        ) : (
          <>
            Connect {name} to {product.name}?
          </>
        )}
      </h1>
      <div className="mt-2 flex items-start gap-2 text-soft text-sm">
        {isVerified && <Badge />}
        <p className="min-w-0 [overflow-wrap:anywhere]">{toVoucher(request)}</p>
      </div>
    </>
  )
}

function toVoucher({ identity, isVerified, documentHost, clientName }: ConsentRequest): ReactNode {
  const host = <strong>{documentHost}</strong>
  const said = (
    <>
      This app says it is <bdi>{clientName}</bdi>.
    </>
  )
  if (identity === 'operator') return 'The operator of this site registered this app.'
  if (isVerified) return <>{host} publishes this app, and we know them.</>
  if (identity === 'document') {
    return (
      <>
        {said} {host} publishes it; nobody here has checked who is behind it.
      </>
    )
  }
  return <>{said} Nobody has checked who is behind it.</>
}

const Badge = () => (
  <span className="inline-flex flex-none items-center gap-1 rounded-full bg-tint px-2 py-0.5 font-medium text-brand text-xs">
    <svg viewBox="0 0 20 20" className="size-3.5 stroke-current" aria-hidden="true">
      <path d="m4 10.500 4 4 8-9" fill="none" strokeWidth="2.5" strokeLinecap="round" />
    </svg>
    Verified
  </span>
)

/** Two tiles that are about to be joined: the app's logo, or else its first letter, and our mark. */
function Meeting({ clientName, logo }: { clientName: string; logo: string | null }) {
  const tile = 'grid size-14 place-items-center rounded-2xl border border-line'
  return (
    <div aria-hidden="true" className="flex items-center gap-2">
      <span
        className={`${tile} relative overflow-hidden bg-sunken font-semibold text-2xl text-soft`}
      >
        {[...clientName][0]?.toUpperCase()}
        {/* Without an alternative text nothing is shown where it does not load: the letter is. */}
        {logo && (
          // biome-ignore lint/performance/noImgElement: it is small already, and behind a cookie
          <img src={logo} alt="" className="absolute inset-0 size-full" />
        )}
      </span>
      <span className="w-8 border-edge border-t-2 border-dotted" />
      <span className={`${tile} bg-tint`}>
        <Logo className="size-8" />
      </span>
    </div>
  )
}
