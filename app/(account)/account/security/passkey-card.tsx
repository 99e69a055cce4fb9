import { toDay } from '@/app/(account)/account/day'
import type { listPasskeys } from '@/lib/people/passkeys'
import { getTranslator } from '@/lib/session/locale'
import { submitPasskeyName, submitPasskeyRemoval } from './actions'

type Passkey = Awaited<ReturnType<typeof listPasskeys>>[number]

type PasskeyCardProps = { passkey: Passkey; mayChange: boolean }

export async function PasskeyCard({ passkey, mayChange }: PasskeyCardProps) {
  const { id, name, createdAt, lastUsedAt, copiedAt } = passkey
  const t = await getTranslator('security')
  return (
    <li className="card p-6">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1 basis-56 [overflow-wrap:anywhere]">
          <h3 id={`passkey-${id}`} className="font-semibold text-lg">
            <bdi>{name}</bdi>
          </h3>
          <p className="text-soft text-sm">
            {t.rich('passkeys.added', await toDay(createdAt))} ·{' '}
            {lastUsedAt ? t.rich('passkeys.used', await toDay(lastUsedAt)) : t('passkeys.unused')}
          </p>
        </div>
        {mayChange && (
          <form action={submitPasskeyRemoval}>
            <input type="hidden" name="passkey" value={id} />
            <button
              type="submit"
              aria-describedby={`passkey-${id}`}
              className="button button-danger button-small"
            >
              {t('passkeys.remove')}
            </button>
          </form>
        )}
      </div>
      {copiedAt && (
        <p className="mt-3 rounded-lg bg-danger-tint px-4 py-3 text-sm">
          {t.rich('passkeys.copied', await toDay(copiedAt))}
        </p>
      )}
      {mayChange && <Rename passkey={passkey} />}
    </li>
  )
}

async function Rename({ passkey: { id, name } }: { passkey: Passkey }) {
  const t = await getTranslator('security')
  return (
    <details className="mt-3 text-sm">
      <summary className="link inline-flex min-h-6 cursor-pointer items-center">
        {t.rich('passkeys.rename', {
          name,
          hidden: (text) => <bdi className="sr-only">{text}</bdi>,
        })}
      </summary>
      <form action={submitPasskeyName} className="mt-3 flex flex-wrap items-center gap-3">
        <input type="hidden" name="passkey" value={id} />
        <input
          name="name"
          aria-label={t('passkeys.newName', { name })}
          defaultValue={name}
          maxLength={60}
          required
          dir="auto"
          className="min-h-11 min-w-0 flex-1 basis-48 rounded-lg border border-edge bg-surface px-3 py-2"
        />
        <button type="submit" className="button button-quiet button-small">
          {t('passkeys.save')}
        </button>
      </form>
    </details>
  )
}
