import { SignOutForm } from '@/app/(account)/sign-out/form'
import type { Translator } from '@/lib/i18n/translate'
import type { ConsentRequest } from '@/lib/oauth/interaction'
import { getTranslator } from '@/lib/session/locale'
import type { Person } from '@/lib/session/person'
import { AskedBy } from './asked-by'
import { LengthChoice } from './length-choice'
import { ScopeChoices, ScopeList } from './scopes'
import { words } from './words'

type ConsentProps = { request: ConsentRequest; person: Person }

export async function Consent({ request, person }: ConsentProps) {
  const t = await getTranslator('consent')
  const { uid, proof, length, redirectHost, redirectIsLoopback, scopes } = request
  const choices = scopes.filter(({ state }) => state === 'choice')
  const needed = choices.filter(({ optional }) => !optional)
  const [see, act] = [ofKind(needed, 'see'), ofKind(needed, 'do')]
  const allowed = scopes.filter(({ state }) => state === 'allowed')
  return (
    <div className="mx-auto w-full max-w-lg px-4 pt-8 sm:pt-12">
      <div className="card overflow-hidden shadow-black/5 shadow-lg">
        <div className="p-6 sm:p-8">
          <AskedBy request={request} isStepUp={allowed.length > 0} />
          <Account person={person} next={`/interaction/${uid}`} t={t} />
        </div>
        <form
          method="post"
          action={`/interaction/${uid}/decision`}
          className="border-line border-t p-6 sm:p-8"
        >
          <input type="hidden" name="proof" value={proof} />
          <h2 className="text-lg">{t('can')}</h2>
          {needed.length > 0 && <p className="mt-1 text-soft text-sm">{t('untick')}</p>}
          <ScopeList
            title={t('groups.fixed')}
            scopes={scopes.filter(({ state }) => state === 'fixed')}
          />
          <ScopeChoices title={t('groups.see')} scopes={see} />
          <ScopeChoices title={t('groups.do')} scopes={act} />
          <ScopeChoices
            title={t('groups.optional')}
            scopes={choices.filter(({ optional }) => optional)}
          />
          <ScopeList title={t('groups.allowed')} scopes={allowed} />
          <LengthChoice chosen={length} />
          <Destination host={redirectHost} isLoopback={redirectIsLoopback} t={t} />
          <Answers mayLook={see.length > 0 && act.length > 0} t={t} />
          <p className="mt-4 text-center text-soft text-sm">{t('later')}</p>
        </form>
      </div>
    </div>
  )
}

const ofKind = (scopes: ConsentRequest['scopes'], kind: 'see' | 'do') =>
  scopes.filter((scope) => scope.kind === kind)

type Said = { t: Translator<'consent'> }

function Answers({ mayLook, t }: Said & { mayLook: boolean }) {
  // Deny stands first: Enter in a checkbox presses the form's first button.
  return (
    <div className="mt-6 grid grid-cols-2 gap-3">
      <button type="submit" name="decision" value="deny" className="button button-quiet">
        {t('deny')}
      </button>
      <button type="submit" name="decision" value="allow" className="button">
        {t('allow')}
      </button>
      {mayLook && (
        <button
          type="submit"
          name="decision"
          value="look"
          className="button button-quiet col-span-2"
        >
          {t('look')}
        </button>
      )}
    </div>
  )
}

function Account({ person, next, t }: Said & { person: Person; next: string }) {
  const { name, email } = person
  return (
    <div className="mt-5 rounded-lg bg-sunken px-4 py-3 text-sm [overflow-wrap:anywhere]">
      <p>{t.rich('account.signedIn', { ...words, name, email })}</p>
      <SignOutForm
        next={next}
        text={t('account.another')}
        className="link mt-1 inline-flex min-h-6 cursor-pointer items-center"
      />
    </div>
  )
}

function Destination({ host, isLoopback, t }: Said & { host: string; isLoopback: boolean }) {
  return (
    <div className="mt-6 border-line border-t pt-5 text-sm">
      <p>{t.rich('back', { ...words, host })}</p>
      {isLoopback && (
        <p className="mt-3 rounded-lg bg-brass-tint px-4 py-3 text-brass">
          {t.rich('loopback', words)}
        </p>
      )}
    </div>
  )
}
