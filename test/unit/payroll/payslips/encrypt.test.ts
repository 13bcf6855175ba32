import { spawnSync } from 'node:child_process'
import { createDecipheriv } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lockPdf } from '../../../../jobs/payroll/payslips/pdf/encrypt'
import { writePdf } from '../../../../jobs/payroll/payslips/pdf/write-pdf'
import { readPdf } from '../../../support/read-pdf'

const CONTENT = '0 g BT /F1 10 Tf 50 700 Td (Net pay 1,234.56) Tj ET\n'
const facts = { title: 'Payslip 2026/1', createdAt: Date.UTC(2026, 0, 2) }
const qpdf = spawnSync('qpdf', ['--version']).status === 0

function inFile<T>(bytes: Buffer, use: (file: string) => T): T {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daybook-pdf-'))
  const file = path.join(folder, 'locked.pdf')
  fs.writeFileSync(file, bytes)
  const used = use(file)
  fs.rmSync(folder, { recursive: true })
  return used
}

test('nothing of a payslip with a password can be read without it', () => {
  const text = writePdf([CONTENT], { ...facts, password: '32013000' }).toString('latin1')
  expect(text.startsWith('%PDF-2.0')).toBe(true)
  for (const secret of ['Net pay', '1,234.56', 'Payslip 2026', 'Daybook', '32013000'])
    expect(text).not.toContain(secret)
  expect(text).toMatch(/\/V 5 \/R 6 .*\/CFM \/AESV3/)
  expect(readPdf(writePdf([CONTENT], facts)).pages).toEqual([['Net pay 1,234.56']])
})

test('each file has a key of its own', () => {
  const made = [1, 2].map(() => writePdf([CONTENT], { ...facts, password: 'same' }).toString('latin1'))
  expect(made[0]).not.toBe(made[1])
})

test('what is encrypted is AES-256 in CBC mode behind its initial vector', () => {
  const key = Buffer.alloc(32, 7)
  const lock = lockPdf('x', (count) => (count === 32 ? key : Buffer.alloc(count, 1)))
  const bytes = lock.encrypt(Buffer.from('a payslip'))
  const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, 16))
  expect(Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString()).toBe('a payslip')
})

test.skipIf(!qpdf).each(['32013000', 'Grüße, Zoë', 'x'.repeat(127)])(
  'an independent reader opens it with its password (%s) and with no other',
  (password) => {
    inFile(writePdf([CONTENT, CONTENT], { ...facts, password }), (file) => {
      const ask = (...args: string[]) => spawnSync('qpdf', [...args, file], { encoding: 'utf8' })
      expect(ask(`--password=${password}`, '--check')).toMatchObject({ status: 0, stderr: '' })
      expect(ask(`--password=${password}`, '--show-encryption').stdout).toContain('file encryption method: AESv3')
      const plain = spawnSync('qpdf', [`--password=${password}`, '--decrypt', '--stream-data=uncompress', file, '-'])
      expect(plain.stdout.toString('latin1')).toContain('(Net pay 1,234.56) Tj')
      expect(plain.stdout.toString('latin1')).toContain('Payslip 2026/1')
      expect(ask('--password=wrong', '--check').stderr).toContain('invalid password')
      expect(ask('--check').stderr).toContain('invalid password')
    })
  },
)
