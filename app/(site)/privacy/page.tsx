import type { Metadata } from 'next'
import { Article } from '@/app/ui/article'
import { getListing } from '@/lib/listing/listing'
import { type Retention, retention } from '@/lib/settings/retention'
import { readSetting } from '@/lib/settings/setting'

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await getListing()
  return {
    title: 'Privacy',
    description: `What ${name} stores about you, how it is hidden, and for how long.`,
  }
}

const stored = ({ activityDays, attemptDays }: Retention) => [
  {
    what: 'Your account',
    how: 'Your name and email address as you gave them. Your password only as an argon2id hash, from which it cannot be read back.',
    until: 'Until the account is deleted: 7 days after you ask for it.',
  },
  {
    what: 'Your sign-ins',
    how: 'When each began and ends. Your browser holds an encrypted cookie that is worth nothing without our record.',
    until: 'Until you sign out, at most 30 days.',
  },
  {
    what: 'Your connections',
    how: 'Which app you allowed what, and when. Codes and long-lived tokens only as SHA-256 hashes.',
    until:
      'Disconnecting ends a connection at once. That it was there stays on record for 180 days more.',
  },
  {
    what: 'Your keys',
    how: 'Their name, what they may do, and their last four characters. The key itself only as a SHA-256 hash.',
    until: `Ending a key works at once. That it was there stays on record for ${activityDays} days more.`,
  },
  {
    what: 'What apps did in your name',
    how: 'When, which app, what it asked for without private fields, and how it ended. You read it under Activity.',
    until: `${activityDays} days. When the account is deleted, what was asked for goes at once.`,
  },
  {
    what: 'Tries to connect an app',
    how: 'Which app, its steps and how it ended, so that a failed connection can be explained. Where it came from is cut to its network after 7 days.',
    until: `${attemptDays} days.`,
  },
  {
    what: 'What we told you',
    how: 'That an app was connected, or that how you sign in changed: when, and the name of the app, key, passkey or browser. In your browser stays a mark, so that a sign-in from another one can be told.',
    until: '90 days; the mark 400.',
  },
  {
    what: 'Your reservations',
    how: 'House, room, dates, guests and price.',
    until:
      'Until the account is deleted, the cancelled ones too. The house keeps what it sold, without your name.',
  },
  {
    what: 'Tries to sign in and sign up',
    how: 'Counted, to slow down guessing, under hashes of the email address and of where they come from.',
    until: 'A few minutes.',
  },
]

export default async function PrivacyPage() {
  const [{ contactEmail }, kept] = await Promise.all([getListing(), readSetting(retention)])
  return (
    <Article title="Privacy" lead="What is stored about you, how it is hidden, and for how long.">
      <dl className="!mt-8 divide-y divide-line border-line border-y">
        {stored(kept).map(({ what, how, until }) => (
          <div key={what} className="py-5">
            <dt className="font-semibold">{what}</dt>
            <dd className="mt-1">{how}</dd>
            <dd className="mt-1 text-soft text-sm">{until}</dd>
          </div>
        ))}
      </dl>
      <h2>Where you are</h2>
      <p>
        Some assistants can tell us your state or province. We read it only if you tick that box
        when you connect, only to put what is near you first in that one answer, and never store it.
      </p>
      <h2>What an assistant gets</h2>
      <p>
        Only what the consent page names and you allow. It never gets your password. What it then
        does with the answers is for its own privacy policy to say.
      </p>
      <h2>What we do not do</h2>
      <p>
        No advertising, no tracking, no analytics, nothing loaded from other sites, nothing sold or
        passed on. Cookies serve to keep you signed in and to carry you through connecting an app.
      </p>
      <h2>Seeing and deleting it</h2>
      <p>
        Your{' '}
        <a className="link" href="/account">
          account
        </a>{' '}
        shows your profile and connections, and your assistant can list your reservations. To have
        it all deleted, write to{' '}
        <a className="link" href={`mailto:${contactEmail}`}>
          {contactEmail}
        </a>{' '}
        from the address of your account.
      </p>
    </Article>
  )
}
