import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maintenanceWords } from '../../../jobs/maintenance/words'
import { recordDocument } from '../../../jobs/shared/documents'
import { linkFile, readFileLink } from '../../../jobs/shared/files'
import { addNotice, seeNotices, unseenNotices } from '../../../jobs/shared/notices'
import { takeNumber } from '../../../jobs/shared/sequences'
import { sharedWords, word } from '../../../jobs/shared/words'
import { openTestDb, testWrite } from '../../support/office-db'

const payslip = {
  type: 'payslip',
  series: 'PS',
  year: 2026,
  status: 'issued',
  partyId: null,
  entity: 'slip:17',
  sha256: null,
  origin: 'task:7',
}

test('numbers of a series are gapless whatever is rolled back, and each series and year has its own', () => {
  const db = openTestDb()
  const taken = new Map<string, number[]>()
  const attempt = fc.record({
    series: fc.constantFrom('PS', 'INV'),
    year: fc.constantFrom(2025, 2026),
    fails: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 20 }), (attempts) => {
      for (const { series, year, fails } of attempts) {
        const numbers = taken.get(`${series} ${year}`) ?? []
        taken.set(`${series} ${year}`, numbers)
        const take = db.transaction(() => {
          const number = takeNumber(testWrite(db), series, year)
          if (fails) throw new Error('rolled back')
          return number
        })
        if (fails) expect(take).toThrow('rolled back')
        else numbers.push(take())
      }
      for (const numbers of taken.values()) expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    }),
    { numRuns: 30 },
  )
})

describe('a document', () => {
  test('takes the next number of its series, and no number twice', () => {
    const db = openTestDb()
    const write = testWrite(db)
    recordDocument(write, payslip)
    recordDocument(write, payslip)
    expect(db.prepare('select number from document order by id').pluck().all()).toEqual([1, 2])
    expect(() => recordDocument(write, { ...payslip, number: 2 })).toThrow(
      expect.objectContaining({ code: 'documents.number_taken', params: { series: 'PS', year: 2026, number: 2 } }),
    )
    recordDocument(write, { ...payslip, year: 2027 })
    expect(db.prepare('select number from document where year = 2027').pluck().get()).toBe(1)
  })

  test('points only to a file that was linked', () => {
    const db = openTestDb()
    const write = testWrite(db)
    const sha256 = 'a'.repeat(64)
    expect(() => recordDocument(write, { ...payslip, sha256 })).toThrow('FOREIGN KEY')
    linkFile(write, { sha256, size: 3, mediaType: 'application/pdf', originalName: 'slip.pdf' })
    linkFile(write, { sha256, size: 3, mediaType: 'application/pdf', originalName: 'again.pdf' })
    recordDocument(write, { ...payslip, sha256 })
    expect(readFileLink(db, sha256)).toEqual({
      sha256,
      size: 3,
      mediaType: 'application/pdf',
      originalName: 'slip.pdf',
    })
    expect(readFileLink(db, 'b'.repeat(64))).toBeNull()
  })
})

test('notices are listed newest first until somebody has seen them', () => {
  const db = openTestDb()
  const write = testWrite(db)
  const first = addNotice(write, { kind: 'failure', code: 'x.one', params: { n: 1 } })
  const second = addNotice(write, { kind: 'failure', code: 'x.two', params: {}, entity: 'period:7' })
  expect(unseenNotices(db)).toMatchObject([
    { id: second, reason: { code: 'x.two', params: {} }, entity: 'period:7' },
    { id: first, reason: { code: 'x.one', params: { n: 1 } }, entity: null },
  ])
  expect(seeNotices(write, [second, second, 999])).toBe(1)
  expect(unseenNotices(db).map(({ id }) => id)).toEqual([first])
  expect(write.emitted.map(({ type }) => type)).toContain('notice')
})

describe('words', () => {
  const table = { 'x.late': { message: '{what} came {days} days late.', fix: 'Ask {who}.' } }

  test('fill in what the reason brings, and a dash where it brings nothing', () => {
    expect(word({ code: 'x.late', params: { what: 'Rent', days: 3, who: null } }, table)).toEqual({
      message: 'Rent came 3 days late.',
      fix: 'Ask –.',
    })
  })

  test('an unknown code is shown with its parameters, never as nothing', () => {
    expect(word({ code: 'new.code', params: { at: 5 } }, table).message).toBe('new.code {"at":5}')
    expect(word({ code: 'toString', params: {} }, table).message).toBe('toString')
    expect(word({ code: 'new.code', params: {} }, table).fix).not.toBe('')
  })

  test('every code says what is wrong and how to mend it', () => {
    for (const [code, { message, fix }] of Object.entries({ ...sharedWords, ...maintenanceWords })) {
      expect(code).toMatch(/^[a-z]+\.[a-z_]+$/)
      for (const sentence of [message, fix]) expect(sentence, code).toMatch(/^[^$]{8,}\.$/)
    }
  })
})
