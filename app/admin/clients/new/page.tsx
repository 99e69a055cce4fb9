import type { Metadata } from 'next'
import { requireStaff } from '@/app/admin/staff'
import { FreshFirst } from '@/app/admin/ui/fresh-first'
import { PageHead } from '@/app/admin/ui/page-head'
import { NewClientForm } from './form'

export const metadata: Metadata = { title: 'Register a client' }

export default async function NewClientPage() {
  const person = await requireStaff()
  return (
    <>
      <PageHead
        title="Register a client"
        lead="For an assistant that wants a client ID and a secret. Its callback can be added later: some hosts show it only once the plugin is saved there."
      >
        <a href="/admin/clients" className="button button-quiet button-small">
          All clients
        </a>
      </PageHead>
      <FreshFirst person={person} page="/admin/clients/new" what="register a client">
        <NewClientForm />
      </FreshFirst>
    </>
  )
}
