import { SignUpForm } from '@/app/(account)/sign-up/form'
import { signInHref } from '@/app/ui/hrefs'
import { Panel } from '@/app/ui/panel'
import { type ProfileId, profileIds, profiles } from '@/lib/host/profiles'
import { directionOf } from '@/lib/i18n/locales'
import { getLocale } from '@/lib/session/locale'
import { isSignUpOpen } from '@/lib/settings/ways-in'

/** For who is not signed in yet: one form, and the plugin of this site is installed and about to link. */
export async function Newcomer({ profile }: { profile: ProfileId }) {
  const next = `/playground/begin?profile=${profile}`
  const locale = await getLocale()
  return (
    <Panel
      title={`Be ${profiles[profile].name}`}
      lead="Install this site’s plugin as the assistant would, link your account, ask, and confirm. All of it happens on this machine. First, an account to link:"
      isStep
    >
      {(await isSignUpOpen()) && (
        <div lang={locale} dir={directionOf(locale)}>
          <SignUpForm next={next} />
        </div>
      )}
      <p className="text-soft">
        You have one?{' '}
        <a href={signInHref(next)} className="link">
          Sign in
        </a>
      </p>
      <p className="text-soft text-sm">
        Or be{' '}
        {profileIds
          .filter((id) => id !== profile)
          .map((id) => (
            <span key={id}>
              <a href={`/playground?profile=${id}`} className="link whitespace-nowrap">
                {profiles[id].name}
              </a>{' '}
              ·{' '}
            </span>
          ))}
        <a href={signInHref('/playground')} className="link whitespace-nowrap">
          another plugin
        </a>
      </p>
    </Panel>
  )
}
