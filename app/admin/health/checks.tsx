import type { ReactNode } from 'react'
import { Badge } from '@/app/admin/ui/badge'
import { Moment } from '@/app/admin/ui/moment'
import { mailMode } from '@/lib/mail/mode'
import { toWords } from '@/lib/mail/refusal'
import { findMailTrouble, type MailTrouble } from '@/lib/mail/trouble'
import type { Check } from '@/lib/ready'

const checks: Record<Check, { title: string; todo: string }> = {
  database: {
    title: 'The database answers',
    todo: 'Look whether it runs and whether DATABASE_URL still leads to it.',
  },
  migrations: { title: 'Every migration is applied', todo: 'Run npm run db:deploy.' },
  signing_key: {
    title: 'A key signs tokens',
    todo: 'Is APP_SECRET the one that the keys were made under? If that one is gone, rotate the keys.',
  },
  clock: {
    title: 'Our clock and the database’s agree',
    todo: 'Set the clock by NTP: tokens are dated by it.',
  },
}

export async function Checks({ failed }: { failed: Check[] }) {
  const trouble = await findMailTrouble()
  return (
    <ul className="card mt-6 divide-y divide-line">
      {(Object.keys(checks) as Check[]).map((check) => (
        <Item key={check} title={checks[check].title} holds={!failed.includes(check)}>
          <p className="basis-full text-danger text-sm">{checks[check].todo}</p>
        </Item>
      ))}
      {mailMode() === 'smtp' && (
        <Item title="Mail is taken by its server" holds={!trouble}>
          {trouble && <MailTodo trouble={trouble} />}
        </Item>
      )}
    </ul>
  )
}

function Item({ title, holds, children }: { title: string; holds: boolean; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3">
      <span className="flex-1 basis-60">{title}</span>
      <Badge tone={holds ? 'good' : 'bad'}>{holds ? 'Holds' : 'Fails'}</Badge>
      {!holds && children}
    </li>
  )
}

const MailTodo = ({ trouble }: { trouble: MailTrouble }) => (
  <div className="flex basis-full flex-wrap items-center gap-x-4 gap-y-2">
    <p className="min-w-0 flex-1 basis-60 text-danger text-sm">
      Mails given up since <Moment at={trouble.since} />: {trouble.mails}. The mail server:{' '}
      {toWords(trouble)}.
    </p>
    <a href="/admin/settings#mail" className="button button-small">
      Send a test mail
    </a>
  </div>
)
