import { z } from 'zod'
import type { Db } from '../../../db/open'
import type { ImportKind } from '../../../jobs/imports/kind'
import { changeParty, createParty, findByRef, giveRole } from '../../../jobs/shared/parties'
import type { LocalDate } from '../../../jobs/values/time'
import type { Member, MemberOptions, MemberSnapshot } from './plan-members'

const membersOf = (db: Db): Member[] =>
  db
    .prepare(
      `select p.id as partyId, r.external_ref as number, p.name, p.email, r.from_on as joined
       from party p join party_role r on r.party_id = p.id and r.role = 'client' order by p.id`,
    )
    .all() as Member[]

/** A small kind of the tests' own: members of a club, written as parties with the role of a client. */
export const membersKind: ImportKind<MemberOptions, MemberSnapshot> = {
  kind: 'members',
  label: 'Members',
  module: 'people',
  fields: [
    {
      name: 'number',
      label: 'Member number',
      type: 'identifier',
      required: true,
      synonyms: ['member id', 'Mitgliedsnummer', 'numéro de membre', 'no'],
      note: 'The number on the card.',
    },
    {
      name: 'name',
      label: 'Name',
      type: 'text',
      required: true,
      synonyms: ['full name', 'Nome completo', 'Vollständiger Name'],
      note: 'As it is printed.',
    },
    { name: 'email', label: 'E-mail', type: 'email', synonyms: ['mail', 'courriel', 'email address'], note: 'One.' },
    {
      name: 'joined',
      label: 'Joined on',
      type: 'date',
      synonyms: ['date joined', 'Eintritt', 'member since'],
      note: 'First day.',
    },
    {
      name: 'fee',
      label: 'Monthly fee',
      type: 'money',
      synonyms: ['fee', 'Beitrag', 'cotisation'],
      never: [
        { header: /year|annual/i, reason: 'it is a year’s fee, not a month’s' },
        { header: /fee paid/i, reason: 'it says what was paid', when: (options) => options.month === 1 },
      ],
      note: 'Per month.',
    },
  ],
  options: z.strictObject({ year: z.number().int().optional(), month: z.number().int().min(1).max(12).optional() }),
  snapshot: (db) => ({ members: membersOf(db), limit: 10 }),
  planner: () => import('./plan-members'),
  apply(write, rows, _options, batch) {
    const entities = new Map<number, string>()
    for (const { row, values } of rows) {
      const origin = `${batch.origin}/${row}`
      const number = String(values.number)
      const told = { name: String(values.name), ...(values.email === null ? {} : { email: String(values.email) }) }
      const known = findByRef(write.db, 'client', number)
      const id = known ?? createParty(write, { kind: 'person', origin, ...told }, { audit: 'by_caller' })
      if (known !== null) changeParty(write, id, told, origin, { audit: 'by_caller' })
      const from = values.joined ? { from: values.joined as LocalDate } : {}
      giveRole(write, id, { role: 'client', externalRef: number, origin, ...from }, { audit: 'by_caller' })
      entities.set(row, `party:${id}`)
    }
    return entities
  },
  afterApply: (write, _options, batch) => {
    write.enqueue('test.members_changed', { import_id: batch.id })
  },
  *content(db) {
    for (const { number, name, email, joined } of membersOf(db)) {
      yield { number, name, email, joined: joined as LocalDate | null, fee: null }
    }
  },
  undoTables: [
    { table: 'party', key: ['id'] },
    { table: 'party_role', key: ['id'] },
  ],
}
