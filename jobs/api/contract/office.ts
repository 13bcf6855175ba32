import { z } from 'zod'
import { defineMethod } from '../method'
import { WordedReason } from './tasks'

const Nothing = z.strictObject({})

/** The fields of a setting are checked by its own rules, which word what they refuse. */
const Setting = z.record(z.string(), z.unknown())

const AuditItem = z.object({
  seq: z.number(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  entity: z.string(),
  /** What the entity is called now; null where it has no name, or is gone or erased. */
  name: z.string().nullable(),
  /** Of a pay period: its rule as it was then, as a sentence. */
  detail: z.string().nullable(),
  hash: z.string(),
})

/** Which entries a list of the chain shows. */
export const AuditFilter = z.strictObject({
  /** `user:1`, `system:office`, `task:7`. */
  actor: z.string().max(100).optional(),
  /** Words that all stand in what was done (`run approved`), on what or by whom. */
  q: z.string().max(200).optional(),
})

const AuditKind = z.enum(['content', 'link', 'gap', 'truncated', 'rewritten'])

const AuditVerdict = z.object({
  ok: z.boolean(),
  entries: z.number(),
  first_bad: z.number().nullable(),
  kind: AuditKind.nullable(),
})

const FileFault = z.object({ sha256: z.string(), name: z.string(), fault: z.enum(['missing', 'damaged']) })

const NoticeItem = z.object({
  id: z.number(),
  at: z.string(),
  kind: z.string(),
  reason: WordedReason,
  entity: z.string().nullable(),
})

export const officeContract = {
  'office.read_setting': defineMethod({
    summary: 'A setting of the office: office, mail, modules or payroll. The mail password is never shown.',
    input: z.strictObject({ setting: z.string() }),
    output: Setting,
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/settings/:setting' }],
  }),
  'office.write_setting': defineMethod({
    summary:
      'Changes a setting; fields that are left out stay as they are. An empty mail password removes it. When the window locks and whether approving takes two people is for an owner to say.',
    input: z.looseObject({ setting: z.string() }),
    output: Setting,
    role: 'manager',
    rest: [{ verb: 'PUT', path: '/api/settings/:setting' }],
  }),
  'office.audit': defineMethod({
    summary:
      'The audit chain, oldest first from the entry after `after` on, or newest first before `before` and filtered.',
    input: AuditFilter.extend({
      after: z.coerce.number().int().min(0).default(0),
      order: z.enum(['oldest', 'newest']).default('oldest'),
      /** With `newest`: only entries before this one. */
      before: z.coerce.number().int().positive().optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
    output: z.object({ items: z.array(AuditItem), next: z.number().nullable() }),
    role: 'manager',
    rest: [{ verb: 'GET', path: '/api/audit' }],
  }),
  'office.verify_audit': defineMethod({
    summary: 'Reads the whole audit chain and says where it was changed, if it was.',
    input: Nothing,
    output: AuditVerdict,
    role: 'manager',
    rest: [{ verb: 'GET', path: '/api/audit/verify' }],
  }),
  'office.backup': defineMethod({
    summary: 'Makes a verified backup now: the database, and beside it the files it links.',
    input: z.strictObject({ file: z.string().min(1).max(4096).optional() }),
    output: z.object({
      file: z.string(),
      files_folder: z.string(),
      bytes: z.number(),
      sha256: z.string(),
      files: z.number(),
      missing_files: z.number(),
      tables: z.record(z.string(), z.number()),
    }),
    role: 'owner',
  }),
  'office.backups': defineMethod({
    summary: 'The backups in the data folder, newest first.',
    input: Nothing,
    output: z.object({
      items: z.array(
        z.object({
          file: z.string(),
          kind: z.enum(['daily', 'by_hand', 'before_migration']),
          at: z.string(),
          bytes: z.number(),
        }),
      ),
      next: z.null(),
    }),
    role: 'owner',
  }),
  'office.restore': defineMethod({
    summary:
      'Puts a backup of the data folder in the place of the office while windows stay open. What was there is kept aside, and mail that waited in the backup is held.',
    input: z.strictObject({ file: z.string().min(1).max(4096) }),
    output: z.object({
      file: z.string(),
      set_aside: z.string(),
      held_mails: z.number(),
    }),
    role: 'owner',
  }),
  'office.verify': defineMethod({
    summary: 'Checks everything the office holds: pages, references, the audit chain with its head, every linked file.',
    input: Nothing,
    output: z.object({
      ok: z.boolean(),
      database: z.array(z.string()),
      audit: AuditVerdict.extend({ head_noted: z.boolean() }),
      files: z.object({ linked: z.number(), faults: z.array(FileFault) }),
    }),
    role: 'manager',
  }),
  'office.notices': defineMethod({
    summary: 'What happened that nobody has looked at yet, newest first.',
    input: Nothing,
    output: z.object({ items: z.array(NoticeItem), next: z.null() }),
    role: 'viewer',
  }),
  'office.see_notices': defineMethod({
    summary: 'Takes notices off the list.',
    input: z.strictObject({ ids: z.array(z.number().int().positive()).min(1).max(1000) }),
    output: z.object({ seen: z.number() }),
    role: 'clerk',
  }),
}
