import { Select } from '@mantine/core'
import { ROLES, type Role } from '../../../jobs/values/roles'
import { words } from '../../words/en'
import { roleWords } from '../../words/en/users'

export function RoleSelect({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  return (
    <Select
      label={words.users.role}
      description={roleWords[value][1]}
      data={ROLES.map((role) => ({ value: role, label: roleWords[role][0] }))}
      value={value}
      onChange={(chosen) => onChange(ROLES.find((role) => role === chosen) ?? value)}
    />
  )
}
