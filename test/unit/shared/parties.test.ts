import { describe, expect, test } from 'vitest'
import {
  changeParty,
  createParty,
  findByRef,
  giveRole,
  linkParties,
  readParty,
  rolesOf,
} from '../../../jobs/shared/parties'
import type { LocalDate } from '../../../jobs/values/time'
import { openTestDb, testWrite } from '../../support/office-db'

function office() {
  const db = openTestDb()
  const write = testWrite(db)
  const person = (name: string) => createParty(write, { kind: 'person', name, origin: 'import:1/2' })
  const entries = () => db.prepare("select count(*) from audit where action like 'party.%'").pluck().get() as number
  return { db, write, person, entries }
}
const on = (text: string) => text as LocalDate

describe('a party', () => {
  test('is read back as it was given, blanks trimmed, nothing where nothing was', () => {
    const { db, write } = office()
    const id = createParty(write, { kind: 'person', name: ' Ana Sousa ', email: '', phone: ' 123 ', origin: 'user:1' })
    expect(readParty(db, id)).toMatchObject({ name: 'Ana Sousa', email: null, phone: '123', given_name: null })
  })

  test('without a name is refused', () => {
    const { person, write } = office()
    expect(() => person('  ')).toThrow(expect.objectContaining({ code: 'party.name_missing' }))
    const id = person('Ana')
    expect(() => changeParty(write, id, { name: '' }, 'user:1')).toThrow(
      expect.objectContaining({ code: 'party.name_missing' }),
    )
  })

  test('tells what a change really changed; nothing changed, nothing written', () => {
    const { db, write, person, entries } = office()
    const id = person('Ana')
    const before = entries()
    expect(changeParty(write, id, { name: 'Ana', email: null }, 'user:1')).toEqual([])
    expect(entries()).toBe(before)
    expect(changeParty(write, id, { name: 'Ana Sousa', email: 'ana@example.org' }, 'user:1')).toEqual([
      { field: 'name', before: 'Ana', after: 'Ana Sousa' },
      { field: 'email', before: null, after: 'ana@example.org' },
    ])
    expect(readParty(db, id)).toMatchObject({ name: 'Ana Sousa', email: 'ana@example.org', origin: 'user:1' })
    expect(entries()).toBe(before + 1)
  })

  test('that nobody has is not found', () => {
    const { db } = office()
    expect(() => readParty(db, 99)).toThrow(expect.objectContaining({ code: 'party.not_found', kind: 'not_found' }))
  })

  test('one audit entry each, or none where the caller writes one for the lot', () => {
    const { write, entries } = office()
    createParty(write, { kind: 'person', name: 'Ana', origin: 'import:1/1' }, { audit: 'by_caller' })
    expect(entries()).toBe(0)
  })
})

describe('a role', () => {
  test('has a number that is unique among those of the role only', () => {
    const { db, write, person } = office()
    const [ana, bruno] = [person('Ana'), person('Bruno')]
    giveRole(write, ana, { role: 'employee', externalRef: '12', origin: 'user:1' })
    giveRole(write, bruno, { role: 'student', externalRef: '12', origin: 'user:1' })
    expect(findByRef(db, 'employee', '12')).toBe(ana)
    expect(findByRef(db, 'student', '12')).toBe(bruno)
    expect(findByRef(db, 'teacher', '12')).toBeNull()
    expect(() => giveRole(write, bruno, { role: 'employee', externalRef: '12', origin: 'user:1' })).toThrow(
      expect.objectContaining({
        code: 'party.reference_taken',
        params: { role: 'employee', reference: '12', holder: 'Ana' },
      }),
    )
  })

  test('keeps what a change does not name', () => {
    const { db, write, person, entries } = office()
    const ana = person('Ana')
    giveRole(write, ana, { role: 'employee', externalRef: '12', from: on('2020-01-01'), origin: 'user:1' })
    giveRole(write, ana, { role: 'employee', to: on('2026-01-31'), origin: 'user:1' })
    expect(rolesOf(db, ana)).toMatchObject([{ external_ref: '12', from_on: '2020-01-01', to_on: '2026-01-31' }])
    const before = entries()
    giveRole(write, ana, { role: 'employee', externalRef: '12', origin: 'import:9/9' })
    expect(entries()).toBe(before)
    giveRole(write, ana, { role: 'employee', to: null, origin: 'user:1' })
    expect(rolesOf(db, ana)[0]?.to_on).toBeNull()
  })

  test('does not end before it begins', () => {
    const { write, person } = office()
    expect(() =>
      giveRole(write, person('Ana'), {
        role: 'employee',
        from: on('2026-02-01'),
        to: on('2026-01-31'),
        origin: 'user:1',
      }),
    ).toThrow(expect.objectContaining({ code: 'party.role_ends_before_it_begins' }))
  })
})

test('two parties are tied once', () => {
  const { db, write, person, entries } = office()
  const [mother, child] = [person('Ana'), person('Rui')]
  linkParties(write, mother, child, 'guardian', 'user:1')
  const before = entries()
  linkParties(write, mother, child, 'guardian', 'user:1')
  expect(entries()).toBe(before)
  expect(db.prepare('select count(*) from party_link').pluck().get()).toBe(1)
})
