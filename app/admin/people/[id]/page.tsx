import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/app/admin/staff'
import { Fact, Facts } from '@/app/admin/ui/facts'
import { Moment } from '@/app/admin/ui/moment'
import { PageHead } from '@/app/admin/ui/page-head'
import { Section } from '@/app/admin/ui/section'
import { recordLook } from '@/lib/activity/looked'
import { getPersonRow, roles } from '@/lib/people/find-people'
import { PersonState } from '../columns'
import { Connections } from './connections'
import { HeldActions } from './held-actions'
import { RoleForm } from './role-form'
import { SecondStep } from './second-step'
import { Stop } from './stop'

export const metadata: Metadata = { title: 'Person' }

type PersonPageProps = { params: Promise<{ id: string }> }

export default async function PersonPage({ params }: PersonPageProps) {
  const staff = await requireStaff()
  const person = await getPersonRow((await params).id)
  if (!person) notFound()
  await recordLook(person.id, staff.id)
  const mayChange = staff.role === 'operator'
  return (
    <>
      <PageHead title={<bdi>{person.name}</bdi>} lead={<bdi>{person.email}</bdi>}>
        <a href="/admin/people" className="button button-quiet button-small">
          All people
        </a>
      </PageHead>
      <Section title="Account">
        <Facts>
          <Fact name="State">
            <PersonState person={person} />
          </Fact>
          <Fact name="Role">{roles[person.role]}</Fact>
          <Fact name="Since">
            <Moment at={person.createdAt} />
          </Fact>
          <Fact name="Id">
            <code className="code">{person.id}</code>
          </Fact>
        </Facts>
        <p className="text-sm">
          <a href={`/admin/audit?target=${person.id}`} className="link">
            What operators did to this account
          </a>
        </p>
      </Section>
      <Connections accountId={person.id} mayChange={mayChange} />
      <HeldActions accountId={person.id} />
      {mayChange && <RoleForm person={person} />}
      {mayChange && person.id !== staff.id && <SecondStep id={person.id} />}
      {mayChange && <Stop person={person} isSelf={person.id === staff.id} />}
    </>
  )
}
