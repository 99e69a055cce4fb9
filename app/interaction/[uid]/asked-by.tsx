import type { ReactNode } from 'react'
import { Logo } from '@/app/ui/logo'
import type { Translator } from '@/lib/i18n/translate'
import { getListing } from '@/lib/listing/listing'
import type { ConsentRequest } from '@/lib/oauth/interaction'
import { getTranslator } from '@/lib/session/locale'
import { words } from './words'

/** Which app asks, and who says that it is that app. */
export async function AskedBy({
  request,
  isStepUp,
}: {
  request: ConsentRequest
  isStepUp: boolean
}) {
  const { uid, clientName: name, isVerified, logoUri } = request
  const t = await getTranslator('consent')
  const app = (text: ReactNode) => <bdi className="text-brand">{text}</bdi>
  return (
    <>
      <Meeting clientName={name} logo={logoUri && `/interaction/${uid}/logo`} />
      <h1 className="mt-5 text-2xl [overflow-wrap:anywhere]">
        {isStepUp
          ? t.rich('more', { name, app })
          : t.rich('title', { name, app, product: (await getListing()).name })}
      </h1>
      <div className="mt-2 flex items-start gap-2 text-soft text-sm">
        {isVerified && <Badge text={t('verified')} />}
        <p className="min-w-0 [overflow-wrap:anywhere]">{toVoucher(request, t)}</p>
      </div>
    </>
  )
}

function toVoucher(request: ConsentRequest, t: Translator<'consent'>): ReactNode {
  const { identity, isVerified, documentHost, clientName: name } = request
  const host = documentHost ?? ''
  if (identity === 'operator') return t('voucher.operator')
  if (isVerified) return t.rich('voucher.known', { ...words, host })
  if (identity === 'document') return t.rich('voucher.document', { ...words, name, host })
  return t.rich('voucher.none', { ...words, name })
}

const Badge = ({ text }: { text: string }) => (
  <span className="inline-flex flex-none items-center gap-1 rounded-full bg-tint px-2 py-0.5 font-medium text-brand text-xs">
    <svg viewBox="0 0 20 20" className="size-3.5 stroke-current" aria-hidden="true">
      <path d="m4 10.500 4 4 8-9" fill="none" strokeWidth="2.5" strokeLinecap="round" />
    </svg>
    {text}
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
