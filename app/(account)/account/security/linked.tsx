import { toDay } from '@/app/(account)/account/day'
import { providerName } from '@/app/(account)/sign-in/link/provider-name'
import { env } from '@/lib/env'
import type { listIdentities } from '@/lib/people/identities'
import { getTranslator } from '@/lib/session/locale'
import { submitUnlink } from './actions'

type Identity = Awaited<ReturnType<typeof listIdentities>>[number]

type LinkedSectionProps = { identities: Identity[]; mayChange: boolean }

/** Hidden where no provider is set up and none is linked. */
export async function LinkedSection({ identities, mayChange }: LinkedSectionProps) {
  const { providers } = env()
  if (providers.length === 0 && identities.length === 0) return null
  const t = await getTranslator('security')
  return (
    <section aria-labelledby="linked" className="mt-12">
      <h2 id="linked" className="text-2xl">
        {t('linked.title')}
      </h2>
      <p className="mt-2 text-soft">{t('linked.lead')}</p>
      {identities.length > 0 && (
        <ul className="mt-6 space-y-4">
          {identities.map((identity) => (
            <IdentityCard key={identity.id} identity={identity} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {mayChange && providers.length > 0 && (
        <form method="post" action="/sign-in/with" className="mt-6 flex flex-wrap gap-3">
          <input type="hidden" name="link" value="1" />
          {providers.map(({ id, name }) => (
            <button
              key={id}
              type="submit"
              name="provider"
              value={id}
              className="button button-quiet"
            >
              {t('linked.link', { name })}
            </button>
          ))}
        </form>
      )}
    </section>
  )
}

type IdentityCardProps = { identity: Identity; mayChange: boolean }

async function IdentityCard({ identity, mayChange }: IdentityCardProps) {
  const { id, issuer, hint, createdAt, lastUsedAt } = identity
  const t = await getTranslator('security')
  return (
    <li className="card flex flex-wrap items-start justify-between gap-4 p-6">
      <div className="min-w-0 flex-1 basis-56 [overflow-wrap:anywhere]">
        <h3 id={`identity-${id}`} className="font-semibold text-lg">
          <bdi>{providerName(issuer)}</bdi>
        </h3>
        <p>
          <bdi>{hint}</bdi>
        </p>
        <p className="text-soft text-sm">
          {t.rich('linked.since', await toDay(createdAt))}
          {lastUsedAt && <> · {t.rich('linked.used', await toDay(lastUsedAt))}</>}
        </p>
      </div>
      {mayChange && (
        <form action={submitUnlink}>
          <input type="hidden" name="identity" value={id} />
          <button
            type="submit"
            aria-describedby={`identity-${id}`}
            className="button button-danger button-small"
          >
            {t('linked.unlink')}
          </button>
        </form>
      )}
    </li>
  )
}
