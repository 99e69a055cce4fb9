import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { env } from '@/lib/env'
import { type KeptMail, readOutbox } from '@/lib/mail/outbox'
import { isAskedByOwnName } from '@/lib/session/own-name'

export const metadata: Metadata = { title: 'Outbox', robots: { index: false } }

/** On this machine only: the mail that a deployed site would send. */
export default async function OutboxPage() {
  if (!env().local || !(await isAskedByOwnName())) notFound()
  const mails = await readOutbox()
  return (
    <div className="mx-auto max-w-3xl px-4 pt-10 sm:px-6 sm:pt-14">
      <h1 className="text-3xl">Outbox</h1>
      <p className="mt-2 text-soft">
        Mail that this site would send. It stays on your machine as long as SMTP_URL is not set.
      </p>
      {mails.length === 0 && (
        <p className="card mt-6 border-dashed p-8 text-center">No mail yet.</p>
      )}
      <ul className="mt-6 space-y-4">
        {mails.map((mail) => (
          <OutboxMail key={mail.id} mail={mail} />
        ))}
      </ul>
    </div>
  )
}

function OutboxMail({ mail: { id, subject, to, at, text } }: { mail: KeptMail }) {
  return (
    <li className="card p-6 [overflow-wrap:anywhere]">
      <h2 className="font-semibold text-lg">{subject}</h2>
      <p className="text-soft text-sm">
        to {to} · <time dateTime={at}>{moment.format(new Date(at))}</time>
      </p>
      <p className="mt-4 whitespace-pre-line">{withLinks(text)}</p>
      <p className="mt-4 text-sm">
        <a href={`/outbox/${id}`} className="link">
          As HTML
        </a>
      </p>
    </li>
  )
}

const withLinks = (text: string) =>
  text.split(/(https?:\/\/\S+)/).map((part) =>
    part.startsWith(`${env().origin}/`) ? (
      <a key={part} href={part} className="link">
        {part}
      </a>
    ) : (
      part
    ),
  )

const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' })
