import type { Metadata } from 'next'
import { env } from '@/lib/env'
import { getListing } from '@/lib/listing/listing'
import { defaultScopes } from '@/lib/oauth/resources'
import { Operations } from './operations'
import { Viewer } from './viewer'
import 'swagger-ui-dist/swagger-ui.css'
import './viewer.css'

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await getListing()
  return {
    title: 'API docs',
    description: `Every operation of ${name}, to read and to try with your own account.`,
  }
}

export default async function DocsPage() {
  const { name } = await getListing()
  return (
    <div className="mx-auto max-w-5xl px-4 pt-10 sm:px-6 sm:pt-14">
      <h1 className="text-4xl">API docs</h1>
      <p className="mt-3 max-w-2xl text-lg text-soft">
        Everything an assistant can do with {name}. It finds the same in the{' '}
        <a href="/openapi.json" className="link">
          OpenAPI 3.1 document
        </a>
        , also as{' '}
        <a href="/openapi-3.0.json" className="link">
          3.0 for older tools
        </a>
        .
      </p>
      <h2 className="mt-10 text-2xl">Operations</h2>
      <Operations />
      <h2 className="mt-14 text-2xl">Try it</h2>
      <p className="mt-2 max-w-2xl text-soft">
        As yourself: authorize, open an operation and press &ldquo;Try it out&rdquo;. What you book
        here is booked.
      </p>
      <noscript>
        <p className="mt-4 rounded-lg bg-brass-tint px-4 py-3 text-brass">
          This part needs JavaScript.
        </p>
      </noscript>
      <Viewer redirectUrl={`${env().origin}/docs/callback`} scopes={defaultScopes.join(' ')} />
    </div>
  )
}
