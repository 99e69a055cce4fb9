import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/app/admin/staff'
import { PageHead } from '@/app/admin/ui/page-head'
import { getClient } from '@/lib/oauth/clients/list'
import { readClientId } from '../href'
import { Callbacks } from './callbacks'
import { ClientFacts } from './facts'
import { Secrets } from './secrets'
import { Stop } from './stop'

export const metadata: Metadata = { title: 'Client' }

type ClientPageProps = { params: Promise<{ id: string }> }

export default async function ClientPage({ params }: ClientPageProps) {
  const { role } = await requireStaff()
  const client = await getClient(readClientId((await params).id))
  if (!client) notFound()
  const mayChange = role === 'operator'
  return (
    <>
      <PageHead
        title={<bdi>{client.name.slice(0, 200)}</bdi>}
        lead={<code className="code">{client.id}</code>}
      >
        <a href="/admin/clients" className="button button-quiet button-small">
          All clients
        </a>
      </PageHead>
      <ClientFacts client={client} mayChange={mayChange} />
      <Callbacks client={client} mayChange={mayChange} />
      {client.kind === 'operator' && <Secrets client={client} mayChange={mayChange} />}
      {mayChange && <Stop client={client} />}
    </>
  )
}
