import type { z } from 'zod'
import type { Db } from '../../db/open'
import { moduleRows, putModule, putSetting, secretRow, settingText } from '../../db/queries/shared/settings'
import type { ModuleName } from '../area'
import type { Write } from '../engine/write'
import type { OfficeFacts } from '../imports/kind'
import { canonicalJson } from '../values/json'
import { dateIn, type Instant } from '../values/time'
import { recordAudit } from './audit'
import { machineOffice } from './machine'
import {
  MailSetting,
  OfficeSetting,
  PayrollSetting,
  PayslipsSetting,
  TasksSetting as TasksSchema,
} from './setting-schemas'
import { BankSetting } from './setting-schemas-bank'
import { HandoverSetting } from './setting-schemas-handover'

export type ModulesSetting = Record<ModuleName, boolean>

export type TasksSetting = z.infer<typeof TasksSchema>

export type Settings = {
  office: z.infer<typeof OfficeSetting>
  mail: z.infer<typeof MailSetting> & { has_password: boolean }
  modules: ModulesSetting
  payroll: z.infer<typeof PayrollSetting>
  tasks: TasksSetting
  bank: z.infer<typeof BankSetting>
  handover: z.infer<typeof HandoverSetting>
  payslips: z.infer<typeof PayslipsSetting>
}
export type SettingName = keyof Settings

/** The secret that goes with the mail setting. */
export const MAIL_PASSWORD = 'mail.password'

/** What this Daybook can do; a module that is not built cannot be switched on. */
export const BUILT_MODULES: readonly ModuleName[] = ['payroll', 'people']
export const ALL_MODULES: readonly ModuleName[] = ['payroll', 'people', 'cash', 'billing', 'school']

const stored = (db: Db, name: string): object => JSON.parse(settingText(db, name) ?? '{}') as object

/** A setting as it stands, with the defaults of a fresh office (machine's zone, language and currency) where none was written. */
export function readSetting<N extends SettingName>(db: Db, name: N): Settings[N] {
  return readers[name](db)
}

const readers: { [N in SettingName]: (db: Db) => Settings[N] } = {
  office(db) {
    const written = stored(db, 'office')
    return OfficeSetting.parse('currency' in written ? written : { ...machineOffice(), ...written })
  },
  mail: (db) => ({
    ...MailSetting.parse(stored(db, 'mail')),
    has_password: secretRow(db, MAIL_PASSWORD) !== undefined,
  }),
  payroll: (db) => PayrollSetting.parse(stored(db, 'payroll')),
  tasks: (db) => TasksSchema.parse(stored(db, 'tasks')),
  bank: (db) => BankSetting.parse(stored(db, 'bank')),
  payslips: (db) => PayslipsSetting.parse(stored(db, 'payslips')),
  handover: (db) => HandoverSetting.parse(stored(db, 'handover')),
  modules(db) {
    const on = new Map(moduleRows(db).map(({ name, enabled }) => [name, enabled === 1]))
    const isOn = (name: ModuleName) => on.get(name) ?? BUILT_MODULES.includes(name)
    return {
      payroll: isOn('payroll'),
      people: isOn('people'),
      cash: isOn('cash'),
      billing: isOn('billing'),
      school: isOn('school'),
    }
  },
}

const LockSetting = OfficeSetting.pick({ lock_after_minutes: true })

/** Asked at every call of a window, so it reads that one field only. */
export const lockAfterMinutes = (db: Db): number => LockSetting.parse(stored(db, 'office')).lock_after_minutes

/** What can be written; `has_password` is only ever read. */
export type WritableSetting<N extends SettingName> = Omit<Settings[N], 'has_password'>

/** Writes a setting whole and notes in the audit chain which of its fields changed; nothing changed, nothing written. */
export function writeSetting<N extends SettingName>(write: Write, name: N, value: WritableSetting<N>): void {
  const before: Record<string, unknown> = readSetting(write.db, name)
  const after: Record<string, unknown> = { ...value }
  delete after.has_password
  const fields = Object.keys(after).filter((key) => canonicalJson(after[key]) !== canonicalJson(before[key]))
  const isWritten = name === 'modules' ? moduleRows(write.db).length > 0 : settingText(write.db, name) !== undefined
  if (fields.length === 0 && isWritten) return
  if (name === 'modules') for (const module of ALL_MODULES) putModule(write.db, module, after[module] === true)
  else putSetting(write.db, name, canonicalJson(after), write.now)
  recordAudit(write, {
    action: 'office.setting_changed',
    entity: `setting:${name}`,
    payload: { fields },
    personal: { partyId: null, payload: after },
  })
  write.emit({ type: 'setting_changed', name })
}

/** Writes down what a fresh data folder starts as, so that moving the folder to another machine changes nothing. */
export function settleFreshOffice(write: Write): void {
  if (settingText(write.db, 'office') === undefined) writeSetting(write, 'office', readSetting(write.db, 'office'))
  if (moduleRows(write.db).length === 0) writeSetting(write, 'modules', readSetting(write.db, 'modules'))
}

/** Where and when the office is: what rules need to know of it. */
export function officeFacts(db: Db, now: Instant): OfficeFacts {
  const { currency, zone } = readSetting(db, 'office')
  return { currency, zone, now, today: dateIn(now, zone) }
}
