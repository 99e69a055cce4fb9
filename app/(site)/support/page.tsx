import type { Metadata } from 'next'
import { Article } from '@/app/ui/article'
import { getListing } from '@/lib/listing/listing'

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await getListing()
  return {
    title: 'Support',
    description: `Help with ${name} and the assistants you connect to it.`,
  }
}

export default async function SupportPage() {
  const { contactEmail } = await getListing()
  return (
    <Article title="Support" lead="What most often helps, and who to write to.">
      <h2>Connecting does not finish</h2>
      <p>
        A request to connect is good for an hour, in the browser in which it began. Go back to the
        assistant and start again. If it then says that the app is unknown, the operator of this
        site has not registered it yet, or with another callback URL.
      </p>
      <h2>The assistant says it has no access</h2>
      <p>
        Look at{' '}
        <a className="link" href="/account/connections">
          your connections
        </a>
        . If the app is not there, connect it again in the assistant. If it is, it may lack what it
        needs: disconnect it, connect it again, and allow what it asks for.
      </p>
      <h2>It did something you did not want</h2>
      <p>
        <a className="link" href="/account/connections">
          Disconnect it
        </a>
        ; that holds at once. A reservation can be cancelled until its first day by any assistant
        you trust to do so.
      </p>
      <h2>You forgot your password</h2>
      <p>Write to us from the address of your account, and we help you back in.</p>
      <h2>Anything else</h2>
      <p>
        <a className="link" href={`mailto:${contactEmail}`}>
          {contactEmail}
        </a>
        . Say what you asked the assistant and when; never send a password or a token. For the
        assistant itself, ask the company that makes it.
      </p>
    </Article>
  )
}
