import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { listMail, mailById } from '../../../db/queries/outbox'
import { letterOf } from '../../../jobs/notify'
import { compose } from '../../../jobs/notify/smtp/compose'
import { HELD_FOR_GOOD, type Mail, queueMail } from '../../../jobs/shared/outbox'
import { MailSetting } from '../../../jobs/shared/setting-schemas'
import { readSetting, type Settings, writeSetting } from '../../../jobs/shared/settings'
import { addressFault, wireAddress } from '../../../jobs/values/email'
import { instant } from '../../../jobs/values/time'
import { openTestDb, TEST_NOW, type TestWrite, testWrite } from '../../support/office-db'
import { readMail } from '../../support/received-mail'

let db: Db
let write: TestWrite
beforeEach(() => {
  db = openTestDb()
  write = testWrite(db)
  set({ host: 'mail.example.org', from: 'Büro <office@example.org>', hold_minutes: 0 })
})

const set = (change: Partial<Settings['mail']>) =>
  writeSetting(write, 'mail', MailSetting.parse({ ...readSetting(db, 'mail'), ...change }))
const mail = (change: Partial<Mail> = {}): Mail => ({
  dedupeKey: 'payslip:1:1',
  kind: 'payslip',
  to: { name: 'Ana', address: 'ana@example.org' },
  subject: 'Payslip',
  text: 'Hello\n',
  ...change,
})
const all = () => listMail(db, { state: null, kind: null, origin: null, before: null, limit: 1_000 })

test('a mail is queued with the task that delivers it', () => {
  const { outboxId, duplicate } = queueMail(write, mail())
  expect(duplicate).toBe(false)
  expect(mailById(db, outboxId)).toMatchObject({ state: 'queued', task_id: 1, attempts: 0, not_before: TEST_NOW })
  expect(write.enqueued).toEqual([{ task: 'notify.deliver_mail', args: { outbox_id: outboxId }, options: {} }])
})

test('the hold of the setting is the time of the delivery', () => {
  set({ hold_minutes: 10 })
  const { outboxId } = queueMail(write, mail())
  const until = instant(TEST_NOW + 600_000)
  expect(mailById(db, outboxId)).toMatchObject({ state: 'held', not_before: until })
  expect(write.enqueued).toMatchObject([{ options: { eta: until } }])
})

test('a mail kept back for a reason has no task and waits for a person', () => {
  const { outboxId } = queueMail(write, mail({ hold: { code: 'payslips.shared_address', params: { people: 2 } } }))
  expect(mailById(db, outboxId)).toMatchObject({
    state: 'held',
    not_before: HELD_FOR_GOOD,
    error_code: 'payslips.shared_address',
  })
  expect(write.enqueued).toEqual([])
})

test('without a server the mail waits in the outbox without a task', () => {
  set({ host: '' })
  queueMail(write, mail())
  expect(all()).toMatchObject([{ state: 'queued', task_id: null }])
  expect(write.enqueued).toEqual([])
})

test('the message id is the office’s, and another for each mail', () => {
  queueMail(write, mail())
  queueMail(write, mail({ dedupeKey: 'other' }))
  const ids = all().map(({ message_id }) => message_id)
  expect(new Set(ids).size).toBe(2)
  for (const id of ids) expect(id).toMatch(/^<[0-9a-f-]{36}@example\.org>$/)
})

test('queued twice is queued once, whatever else the second says', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 }), fc.string(), (keys, run) => {
      const before = all().length
      const seen = new Map<number, number>()
      for (const key of keys) {
        const { outboxId, duplicate } = queueMail(write, mail({ dedupeKey: `${run}:${before}:${key}`, text: `${key}` }))
        expect(duplicate).toBe(seen.has(key))
        expect(outboxId).toBe(seen.get(key) ?? outboxId)
        seen.set(key, outboxId)
      }
      expect(all().length - before).toBe(seen.size)
    }),
    { numRuns: 30 },
  )
})

test.each([
  ['subject', mail({ subject: 'Hi\r\nBcc: all@example.org' })],
  ['subject', mail({ subject: 'Hi\nX: y' })],
  ['name', mail({ to: { name: 'Ana\r\nBcc: all@example.org', address: 'ana@example.org' } })],
  ['sender', mail({ from: 'Office\r\nBcc: x <office@example.org>' })],
  ['attachment 1', mail({ attachments: [{ sha256: 'a'.repeat(64), name: 'a\r\n.pdf' }] })],
])('a line break in the %s is refused and nothing is written', (field, given) => {
  expect(() => queueMail(write, given)).toThrow(expect.objectContaining({ code: 'outbox.unsafe_header' }))
  expect(() => queueMail(write, given)).toThrow(expect.objectContaining({ params: expect.objectContaining({ field }) }))
  expect(all()).toEqual([])
})

const FAULTS: [string, string][] = [
  ['', 'email.empty'],
  ['ana', 'email.no_at'],
  ['ana,bo@example.org', 'email.several'],
  ['ana@example.org;bo@example.org', 'email.several'],
  ['ana@@example.org', 'email.two_ats'],
  ['@example.org', 'email.nothing_before_at'],
  ['ana@', 'email.nothing_after_at'],
  ['ana @example.org', 'email.blank'],
  ['Ana <ana@example.org>', 'email.name_in_it'],
  ['<ana@example.org>', 'email.name_in_it'],
  ['a..b@example.org', 'email.dots'],
  ['ana@example.org.', 'email.dots'],
  ['ana@example', 'email.no_dot'],
  ['ana@-x.org', 'email.domain'],
  ['ana@192.168.1.1', 'email.domain'],
  ['josé@example.org', 'email.letters'],
  ['ana@example.org\r\n', 'email.hidden_character'],
  ['\u200bana@example.org', 'email.hidden_character'],
  [`${'a'.repeat(65)}@example.org`, 'email.too_long'],
]
test.each(FAULTS)('the address “%s” is refused in words (%s)', (address, code) => {
  expect(addressFault(address)?.code).toBe(code)
  expect(() => queueMail(write, mail({ to: { name: null, address } }))).toThrow(expect.objectContaining({ code }))
})

test.each([
  'ana@example.org',
  'ana.b+pay@mail.example.co.uk',
  "o'neil@example.org",
  'ana@bücher.example',
  'a_b@x-y.org',
])('the address “%s” is taken', (address) => {
  expect(addressFault(address)).toBeNull()
  queueMail(write, mail({ to: { name: null, address } }))
  expect(all()).toHaveLength(1)
})

test('an international domain goes over the wire in ASCII', () => {
  expect(wireAddress('Ana@Bücher.example')).toBe('Ana@xn--bcher-kva.example')
})

test('no address that is taken can end a command or a header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.emailAddress(), (junk, address) => {
      for (const text of [junk, address, `${junk}@example.org`, address + junk]) {
        if (addressFault(text) === null) expect(text).not.toMatch(/[\s<>,;:"()\p{Cc}]/u)
      }
    }),
    { numRuns: 500 },
  )
})

const TRICKY = [
  '"Ana" <x@y.org>',
  'Ana, Bo',
  'محمد علي',
  '👩‍👩‍👧 family',
  'O’Neil (HR)',
  '=?utf-8?q?x?=',
  'a\\b',
  ' ',
  'Ünï—çödé',
]

const oneSpace = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The name in front of the address, out of its quotes (RFC 5322, 3.2.4). */
function displayName(to: string): string {
  const name = /^(.*?)\s*<ana@example\.org>$/su.exec(to)?.[1]
  if (name === undefined) return to === 'ana@example.org' ? '' : to
  const quoted = /^"(.*)"$/su.exec(name)?.[1]
  return oneSpace(quoted === undefined ? name : quoted.replace(/\\(.)/gsu, '$1'))
}

test('any subject and name arrives as it is, or is refused', async () => {
  let key = 0
  const anything = fc.oneof(fc.constantFrom(...TRICKY), fc.string({ unit: 'binary', maxLength: 90 }))
  await fc.assert(
    fc.asyncProperty(anything, anything, anything, async (subject, name, text) => {
      const dedupeKey = `any:${++key}`
      let outboxId: number
      try {
        outboxId = queueMail(
          write,
          mail({ dedupeKey, subject, to: { name, address: 'ana@example.org' }, text }),
        ).outboxId
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^outbox\./) })
        return
      }
      const row = mailById(db, outboxId)
      if (!row) throw new Error('not written')
      const received = readMail(await compose(letterOf(db, row), []), '', [])
      const fields = received.header.map(([field]) => field).filter((field) => field !== 'content-transfer-encoding')
      expect(fields.sort()).toEqual([
        'auto-submitted',
        'content-type',
        'date',
        'from',
        'message-id',
        'mime-version',
        'subject',
        'to',
      ])
      expect(oneSpace(received.subject)).toBe(oneSpace(subject))
      expect(displayName(received.to)).toBe(oneSpace(name))
      expect(received.text.replace(/\r\n|\r/g, '\n').trimEnd()).toBe(text.replace(/\r\n|\r/g, '\n').trimEnd())
    }),
    { numRuns: 150 },
  )
})

test('one letter has the same bytes at every attempt', async () => {
  const { outboxId } = queueMail(write, mail({ subject: 'Häppy', html: '<p>Hi</p>' }))
  const row = mailById(db, outboxId)
  if (!row) throw new Error('not written')
  const attachment = { name: 'Lohn März.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF') }
  const [one, two] = [await compose(letterOf(db, row), [attachment]), await compose(letterOf(db, row), [attachment])]
  expect(one.equals(two)).toBe(true)
  expect(readMail(one, '', [])).toMatchObject({
    subject: 'Häppy',
    html: '<p>Hi</p>',
    attachments: [{ name: 'Lohn März.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF') }],
  })
})
