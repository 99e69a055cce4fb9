import { Act } from '@/app/admin/ui/act'
import { Section } from '@/app/admin/ui/section'
import { Select } from '@/app/admin/ui/select'
import { type PersonRow, roles } from '@/lib/people/find-people'
import { submitRole } from './actions'

export const RoleForm = ({ person }: { person: PersonRow }) => (
  <Section
    title="What they may do here"
    lead="An operator can do everything here; an analyst reads it and changes nothing; a member sees nothing of it."
  >
    <Act
      act={submitRole}
      fields={{ id: person.id, was: person.role }}
      isDangerous
      inputs={
        <Select name="role" label="Role" options={Object.entries(roles)} chosen={person.role} />
      }
    >
      Change the role
    </Act>
  </Section>
)
