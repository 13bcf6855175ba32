import { z } from 'zod'
import { hasAmounts } from '../../db/queries/maintenance'
import type { ModuleName } from '../area'
import type { Write } from '../engine/write'
import { Problem } from '../values/problem'
import type { SecretStore } from './secrets'
import { MailSetting, OfficeSetting, PayrollSetting, PayslipsSetting, TasksSetting } from './setting-schemas'
import { BankSetting } from './setting-schemas-bank'
import { HandoverSetting } from './setting-schemas-handover'
import {
  ALL_MODULES,
  BUILT_MODULES,
  MAIL_PASSWORD,
  readSetting,
  type SettingName,
  type Settings,
  writeSetting,
} from './settings'

/** Fields a person gave; what is left out stays as it is. */
export type SettingPatch = Record<string, unknown>

/**
 * Changes a setting and answers with how it now stands. What is refused is refused whole: a problem worded for the field
 * where there is one (`office.unknown_currency`), else the schema's own error.
 */
export function changeSetting(
  write: Write,
  secrets: SecretStore,
  name: SettingName,
  patch: SettingPatch,
): Settings[SettingName] {
  changers[name](write, secrets, patch)
  return readSetting(write.db, name)
}

const NAMES: SettingName[] = ['office', 'mail', 'modules', 'payroll', 'tasks', 'bank', 'handover', 'payslips']

/** The setting of a name, or the refusal `office.unknown_setting`. */
export function settingName(found: string): SettingName {
  const name = NAMES.find((one) => one === found)
  if (name) return name
  throw new Problem('office.unknown_setting', { found, known: NAMES.join(', ') }, { kind: 'not_found' })
}

type Changer = (write: Write, secrets: SecretStore, patch: SettingPatch) => void

const changers: Record<SettingName, Changer> = {
  office(write, _secrets, patch) {
    const before = readSetting(write.db, 'office')
    const after = checked(OfficeSetting.strict(), { ...before, ...patch })
    if (after.currency !== before.currency && hasAmounts(write.db)) {
      const params = { before: before.currency, after: after.currency }
      throw new Problem('office.currency_in_use', params, { kind: 'conflict' })
    }
    writeSetting(write, 'office', after)
  },
  mail(write, secrets, { password, ...patch }) {
    const { has_password: _, ...before } = readSetting(write.db, 'mail')
    const { has_password: __, ...fields } = patch // as it was read, handed back
    // null for a text means the same as an empty one: none
    for (const field of ['host', 'user', 'from'] as const) if (fields[field] === null) fields[field] = ''
    const after = checked(MailSetting.strict(), { ...before, ...fields })
    writeSetting(write, 'mail', after)
    if (password !== undefined) secrets.set(write, MAIL_PASSWORD, checked(Password, { password }).password ?? '')
  },
  payroll(write, _secrets, patch) {
    writeSetting(write, 'payroll', checked(PayrollSetting.strict(), { ...readSetting(write.db, 'payroll'), ...patch }))
  },
  tasks(write, _secrets, patch) {
    writeSetting(write, 'tasks', checked(TasksSetting.strict(), { ...readSetting(write.db, 'tasks'), ...patch }))
  },
  bank(write, _secrets, patch) {
    writeSetting(write, 'bank', checked(BankSetting.strict(), { ...readSetting(write.db, 'bank'), ...patch }))
  },
  payslips(write, _secrets, patch) {
    const before = readSetting(write.db, 'payslips')
    writeSetting(write, 'payslips', checked(PayslipsSetting.strict(), { ...before, ...patch }))
  },
  handover(write, _secrets, patch) {
    const before = readSetting(write.db, 'handover')
    writeSetting(write, 'handover', checked(HandoverSetting.strict(), { ...before, ...patch }))
  },
  modules(write, _secrets, patch) {
    const after = checked(Modules, { ...readSetting(write.db, 'modules'), ...patch })
    for (const module of ALL_MODULES) {
      if (after[module] && !BUILT_MODULES.includes(module)) {
        throw new Problem('office.module_not_built', { module }, { kind: 'not_built' })
      }
    }
    writeSetting(write, 'modules', after)
  },
}

const Password = z.object({ password: z.string().max(4096).nullable() })

const Modules = z.strictObject({
  payroll: z.boolean(),
  people: z.boolean(),
  cash: z.boolean(),
  billing: z.boolean(),
  school: z.boolean(),
} satisfies Record<ModuleName, z.ZodBoolean>)

function checked<T>(schema: z.ZodType<T>, input: Record<string, unknown>): T {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const issue = result.error.issues.find(({ message }) =>
    /^(office|mail|payroll|bank|handover|payslips)\.[a-z_]+$/.test(message),
  )
  const found = issue?.path[0]
  if (!issue || typeof found !== 'string') throw result.error
  const value = issue.path.reduce<unknown>((inside, key) => (inside as Record<PropertyKey, unknown>)[key], input)
  throw new Problem(issue.message, { found: shown(value), field: found })
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
