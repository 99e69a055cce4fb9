import type { Metadata } from 'next'
import { Article } from '@/app/ui/article'
import { getListing } from '@/lib/listing/listing'
import { product } from '@/lib/product'

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await getListing()
  return { title: 'Legal', description: `The terms under which you can use ${name}.` }
}

export default async function LegalPage() {
  const { name, contactEmail } = await getListing()
  return (
    <Article title="Legal" lead={`What you can expect of ${name}, and what it expects of you.`}>
      <h2>What this is</h2>
      <p>
        {name} is the reference service of {product.platform}, software that puts a service inside
        an assistant. It is run to show how that works. The houses are made up, no room waits at the
        end of a reservation, and no money changes hands.
      </p>
      <h2>Your account</h2>
      <ul>
        <li>It is yours alone. Choose a password that you use nowhere else.</li>
        <li>
          You decide which assistants may act for you. What a connected assistant does within what
          you allowed counts as done by you, so disconnect one that you no longer trust.
        </li>
        <li>Do not try to reach what belongs to somebody else, or to bring the service down.</li>
      </ul>
      <h2>Assistants</h2>
      <p>
        ChatGPT, Copilot and the like are other companies&rsquo; products with their own terms. We
        do not see your conversations, only the requests that an assistant sends us for you.
      </p>
      <h2>No promises</h2>
      <p>
        The service is free and comes as it is, without warranty of any kind. It can change, pause
        or end, and data in it can be lost. The software is under the MIT license, which says the
        same at more length.
      </p>
      <h2>Who to ask</h2>
      <p>
        Write to{' '}
        <a className="link" href={`mailto:${contactEmail}`}>
          {contactEmail}
        </a>
        . What is stored about you stands on the{' '}
        <a className="link" href="/privacy">
          privacy page
        </a>
        .
      </p>
    </Article>
  )
}
