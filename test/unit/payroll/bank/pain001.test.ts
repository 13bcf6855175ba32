import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writePain001 } from '../../../../jobs/payroll/bank/formats/pain001'
import type { Payment } from '../../../../jobs/payroll/bank/payment'
import { checkXsd, type Node, readXml } from '../../../support/check-xsd'
import { realFile, whyMissing } from '../../../support/real-file'
import { anyText, bankFile, IBANS, ibanAccount, payment } from './bank-file-builders'

const schemaFile = realFile('data/bank/pain.001.001.03.xsd')
const hasSchema = whyMissing(schemaFile) === ''
const schema = () => readXml(fs.readFileSync(schemaFile, 'utf8'))
const xmllint = spawnSync('xmllint', ['--version']).status === 0

/** What the schema says against a file: by this project's checker, and by xmllint where there is one. */
function faultsOf(xml: string): string[] {
  const faults = checkXsd(xml, schema())
  if (!xmllint) return faults
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'daybook-pain-')), 'file.xml')
  fs.writeFileSync(file, xml)
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schemaFile, file])
  fs.rmSync(path.dirname(file), { recursive: true })
  expect([status === 0, stderr.toString()]).toEqual([faults.length === 0, stderr.toString()])
  return faults
}

const staff = (): Payment[] =>
  IBANS.map((iban, index) =>
    payment(index, 100_000 + index, ibanAccount(iban, index % 2 ? { bic: 'NEDSZAJJXXX' } : {}), 'Zoë Łukasz-Müller'),
  )
const all = (node: Node, name: string): Node[] => [
  ...node.children.filter((child) => child.name === name),
  ...node.children.flatMap((child) => all(child, name)),
]
const texts = (xml: string, name: string) => all(readXml(xml), name).map(({ text }) => text)

describe.skipIf(!hasSchema)('a pain.001.001.03 file is valid against its schema', () => {
  test('of several people, with and without BIC', () => {
    expect(faultsOf(writePain001(bankFile(staff()), 'pain.001.001.03'))).toEqual([])
  })

  test('where the office’s bank has no BIC, in another currency, as a duplicate', () => {
    const payer = { ...bankFile([]).payer, bic: '', batchBooking: false }
    const reference = 'PAY-2026-01-R123456789-DUPLICATE-12'
    for (const currency of ['EUR', 'CHF', 'JPY', 'KWD']) {
      const file = bankFile(staff(), { payer, currency, reference, no: 12 })
      expect(faultsOf(writePain001(file, 'pain.001.001.03'))).toEqual([])
    }
  })

  test('whatever the names and amounts', () => {
    const word = anyText(200).filter((text) => /[a-z]/i.test(text))
    const read = schema()
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 10 ** 15 }), (name, holder, amount) => {
        const file = bankFile([payment(1, amount, ibanAccount(IBANS[1] ?? '', { holder }), name)])
        expect(checkXsd(writePain001(file, 'pain.001.001.03'), read)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('and what the schema refuses is found', () => {
    const good = writePain001(bankFile(staff()), 'pain.001.001.03')
    const spoilt: [string | RegExp, string][] = [
      ['<PmtMtd>TRF</PmtMtd>', '<PmtMtd>CASH</PmtMtd>'],
      ['<BtchBookg>true</BtchBookg>', ''],
      ['Ccy="EUR"', ''],
      [/<DbtrAgt>.*?<\/DbtrAgt>/, ''],
      ['COBADEFFXXX', 'COBADEFF0'],
      ['<MsgId>PAY', `<MsgId>${'x'.repeat(30)}`],
      [/1000\.00/g, '1000.000001'],
      [/<ReqdExctnDt>.*?<\/ReqdExctnDt>/, '<ReqdExctnDt><Dt>2026-01-30</Dt></ReqdExctnDt>'],
      ['<IBAN>DE', '<IBAN>D'],
      ['pain.001.001.03', 'pain.001.001.09'],
    ]
    const found = spoilt.map(([from, to]) => faultsOf(good.replace(from, to)).length > 0)
    // Batch booking may be left out; all the rest is wrong.
    expect(found).toEqual(spoilt.map(([from]) => !String(from).includes('BtchBookg')))
  })
})

test('count and control sum stand twice and are those of the transfers', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10 ** 12 }), { minLength: 1, maxLength: 40 }), (amounts) => {
      const people = amounts.map((minor, index) => payment(index, minor, ibanAccount(IBANS[0] ?? '')))
      const xml = writePain001(bankFile(people), 'pain.001.001.03')
      const cents = (text: string) => BigInt(text.replace('.', ''))
      const sum = texts(xml, 'InstdAmt').reduce((total, text) => total + cents(text), 0n)
      expect(texts(xml, 'CtrlSum').map(cents)).toEqual([sum, sum])
      expect(sum).toBe(amounts.reduce((total, minor) => total + BigInt(minor), 0n))
      expect(texts(xml, 'NbOfTxs')).toEqual([String(amounts.length), String(amounts.length)])
    }),
  )
})

test('names are in the banks’ letters', () => {
  const people = [payment(1, 5, ibanAccount(IBANS[0] ?? ''), 'Ægir “Þór” Œuvre & Łukasz Ñandú, Straße')]
  const xml = writePain001(bankFile(people), 'pain.001.001.03')
  expect(texts(xml, 'Nm')).toEqual([
    'Example + Sohne GmbH',
    'Example + Sohne GmbH',
    'AEgir .THor. OEuvre + Lukasz Nandu, Strasse',
  ])
})

test('a payment keeps its end-to-end id when its run is exported again', () => {
  const first = writePain001(bankFile(staff()), 'pain.001.001.03')
  const again = bankFile(staff(), { reference: 'PAY-2026-01-R7-DUPLICATE-2', no: 2 })
  const second = writePain001(again, 'pain.001.001.03')
  expect(texts(second, 'EndToEndId')).toEqual(texts(first, 'EndToEndId'))
  expect(texts(second, 'MsgId')).toEqual(['PAY-2026-01-R7-DUPLICATE-2'])
})

// No schema of version 09 is at hand: it is held to the points in which it differs from 03, and to nothing else.
test('version 09 is version 03 with BICFI, a date in Dt, and its namespace', () => {
  const three = writePain001(bankFile(staff()), 'pain.001.001.03')
  const nine = writePain001(bankFile(staff()), 'pain.001.001.09')
  expect(all(readXml(nine), 'BIC')).toEqual([])
  expect(all(readXml(nine), 'BICFI')).toHaveLength(1 + IBANS.length / 2)
  expect(all(readXml(nine), 'ReqdExctnDt')[0]?.children).toMatchObject([{ name: 'Dt', text: '2026-01-30' }])
  const back = nine
    .replace(/BICFI>/g, 'BIC>')
    .replace(/<ReqdExctnDt><Dt>(.*?)<\/Dt>/, '<ReqdExctnDt>$1')
    .replace('pain.001.001.09', 'pain.001.001.03')
  expect(back).toBe(three)
})
