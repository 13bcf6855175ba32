import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { mergedPayslips } from '../../../../db/queries/payslips'
import { previewPayslip } from '../../../../jobs/payroll/payslips/preview'
import { verifyAudit } from '../../../../jobs/shared/audit'
import { prepareLogo } from '../../../../jobs/shared/images/prepare-logo'
import { removeLogo, setLogo } from '../../../../jobs/shared/logo'
import { writeSetting } from '../../../../jobs/shared/settings'
import { LOGO_BOX } from '../../../../jobs/values/logo'
import type { LocalDate } from '../../../../jobs/values/time'
import { pngOf } from '../../../support/png-of'
import { readPdf } from '../../../support/read-pdf'
import { approvedRunOf, documents, hire, type PayslipOffice, payslipOffice } from './payslip-office'

let office: PayslipOffice
afterEach(() => office.engine.stop(2_000))

/** Half of it is see-through. */
const LOGO = pngOf(
  { width: 120, height: 40, depth: 8, colour: 6, interlaced: true },
  Array.from({ length: 120 * 40 }, (_, n) => [200, 30, 40, n % 120 < 60 ? 255 : 0]),
)

async function choose(bytes: Buffer): Promise<void> {
  const made = await prepareLogo(bytes)
  const put = (content: Uint8Array, name: string) => office.storeFile(content, made.mediaType, name)
  const [chosen, stored] = [await put(bytes, 'firm.png'), await put(made.bytes, 'logo.png')]
  await office.engine.write('user:1', (write) =>
    setLogo(
      write,
      {
        sha256: stored.sha256,
        mediaType: made.mediaType,
        width: made.width,
        height: made.height,
        chosen: { sha256: chosen.sha256, name: 'firm.png' },
      },
      [chosen, stored],
    ),
  )
}

async function slipsOf(month: string, count: number) {
  const people = await hire(
    office,
    Array.from({ length: count }, (_, n) => ({ name: `Person ${n}`, email: null, ref: `${month}/${n}` })),
  )
  const { runId } = approvedRunOf(office, month, people)
  const { taskId } = await office.engine.enqueue('payroll.generate_payslips', { run_id: runId })
  expect((await office.engine.finished(taskId)).state).toBe('SUCCESS')
  const one = documents(office.db).find(({ entity, type }) => type === 'payslip' && entity.startsWith('slip:'))
  return {
    one: await office.readFile(one?.sha256 ?? ''),
    last: await office.readFile(
      documents(office.db)
        .filter(({ type }) => type === 'payslip')
        .at(-1)?.sha256 ?? '',
    ),
    merged: await office.readFile(mergedPayslips(office.db, runId) ?? ''),
  }
}

const text = (bytes: Buffer) => bytes.toString('latin1')
const count = (bytes: Buffer, what: RegExp) => text(bytes).match(what)?.length ?? 0
/** Where the picture is drawn: width, height, left, bottom. */
const drawn = (bytes: Buffer) =>
  [...text(bytes).matchAll(/q ([\d.]+) 0 0 ([\d.]+) ([\d.]+) ([\d.]+) cm \/L Do Q/g)].map((found) =>
    found.slice(1).map(Number),
  )

function imageOf(bytes: Buffer, colours: string): Buffer {
  const head = new RegExp(`/Width 120 /Height 40 /ColorSpace /${colours} [^>]*/Length (\\d+) >>\nstream\n`)
  const found = head.exec(text(bytes))
  if (!found) throw new Error(`no image in ${colours}`)
  const from = found.index + found[0].length
  return inflateSync(bytes.subarray(from, from + Number(found[1])))
}

const hasQpdf = spawnSync('qpdf', ['--version']).status === 0

describe('the office’s logo', () => {
  it('stands on each payslip within its box, undistorted, with what is see-through, and once in the merged file', async () => {
    office = await payslipOffice()
    await choose(LOGO)
    const { one, merged } = await slipsOf('2026-01', 7)
    for (const file of [one, merged]) {
      expect(count(file, /\/Subtype \/Image/g)).toBe(2) // the picture and what of it is see-through
      for (const [width = 0, height = 0] of drawn(file)) {
        expect(width / height).toBeCloseTo(3, 1)
        expect(width <= LOGO_BOX.width && height <= LOGO_BOX.height).toBe(true)
      }
    }
    expect([drawn(one).length, drawn(merged).length, readPdf(merged).pages.length]).toEqual([1, 7, 7])
    expect([...imageOf(one, 'DeviceRGB').subarray(0, 3)]).toEqual([200, 30, 40])
    expect([imageOf(one, 'DeviceGray')[0], imageOf(one, 'DeviceGray')[119]]).toEqual([255, 0])
    expect(readPdf(one).pages[0]).toContain('Person 0')
  })

  it('is on payslips that are made from then on, and on none after it was removed', async () => {
    office = await payslipOffice()
    expect(drawn((await slipsOf('2026-01', 1)).last)).toEqual([])
    await choose(LOGO)
    expect(drawn((await slipsOf('2026-02', 1)).last)).toHaveLength(1)
    await office.engine.write('user:1', removeLogo)
    await office.engine.write('user:1', removeLogo) // nothing is left to remove, and nothing is noted
    expect(drawn((await slipsOf('2026-03', 1)).last)).toEqual([])
    const noted = office.db.prepare(`select action from audit where entity = 'setting:logo' order by seq`).pluck().all()
    expect(noted).toEqual(['office.logo_set', 'office.logo_removed'])
    expect(verifyAudit(office.db, null)).toMatchObject({ ok: true })
    // Both files stay linked: what was printed can be shown to have been.
    expect(office.db.prepare(`select count(*) from file where media_type = 'image/png'`).pluck().get()).toBe(2)
  })

  it.skipIf(!hasQpdf)('makes files that qpdf finds whole, with a password too', async () => {
    office = await payslipOffice()
    await office.engine.write('user:1', (write) => writeSetting(write, 'payslips', { password: 'number' }))
    await choose(LOGO)
    const { one, merged } = await slipsOf('2026-01', 2)
    for (const [bytes, password] of [
      [one, '2026-01/0'],
      [merged, ''],
    ] as const) {
      const file = path.join(os.tmpdir(), `daybook-logo-${process.pid}.pdf`)
      fs.writeFileSync(file, bytes)
      const { status, stdout, stderr } = spawnSync('qpdf', ['--check', `--password=${password}`, file])
      fs.rmSync(file)
      expect([status, String(stdout), String(stderr)]).toEqual([0, expect.stringContaining('No syntax'), ''])
    }
  })
})

describe('a preview of payslips', () => {
  it('shows the office, its logo and each language’s words, and keeps nothing', async () => {
    office = await payslipOffice()
    await choose(LOGO)
    const before = office.db.prepare('select count(*) from document').pluck().get()
    for (const [language, word] of [
      ['en', 'Payslip'],
      ['de', 'Lohnabrechnung'],
      ['fr', 'Bulletin de paie'],
      ['es', 'Recibo de nómina'],
      ['pt', 'Recibo de vencimento'],
    ] as const) {
      const made = await previewPayslip(office.db, language, '2026-11-28' as LocalDate, 0, office.readFile)
      expect(readPdf(made).pages[0]).toContain(word)
      expect(drawn(Buffer.from(made))).toHaveLength(1)
    }
    expect(office.db.prepare('select count(*) from document').pluck().get()).toBe(before)
  })
})
