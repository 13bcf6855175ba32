import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'
import { inBothThemes, inPageIs } from '../support/browser'
import { goTo, officeInBrowser } from '../support/office-window'
import { pngOf } from '../support/png-of'
import { readPdf } from '../support/read-pdf'

const office = officeInBrowser({ now: '2026-11-25T14:32:00Z' })
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daybook-logo-'))

function file(name: string, bytes: Buffer): string {
  const at = path.join(folder, name)
  fs.writeFileSync(at, bytes)
  return at
}

const picture = pngOf(
  { width: 480, height: 120, depth: 8, colour: 6, interlaced: false },
  Array.from({ length: 480 * 120 }, (_, n) => [36, 73, 140, n % 480 < 240 || n % 7 === 0 ? 255 : 0]),
)

office.flow(
  'the office’s logo is chosen, seen, refused in words where it is none, and removed',
  'settings/office',
  async (page) => {
    await page.getByText('There is no logo; payslips begin with the office’s name.').waitFor()
    const choose = page.locator('input[type=file][accept*=png]')
    await choose.setInputFiles(file('drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')))
    await page.getByText('The file is an SVG, a drawing that can hold instructions, so it is not taken.').waitFor()
    await inBothThemes(page, 'logo-refused')
    await choose.setInputFiles(file('firm.png', picture))
    const shown = page.getByRole('img', { name: 'The logo, firm.png' })
    await shown.waitFor()
    await page.getByText('It is the logo now.').waitFor()
    await inPageIs(page, `document.querySelector('img[alt="The logo, firm.png"]').naturalWidth === 480`)
    const box = await shown.boundingBox()
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(4, 1)
    await shown.scrollIntoViewIfNeeded()
    await inBothThemes(page, 'logo')

    // A photograph from a camera: large, and made small by the window before it is sent.
    const photo = await page.evaluate(`(async () => {
    const canvas = new OffscreenCanvas(1600, 1000)
    const pen = canvas.getContext('2d')
    for (let x = 0; x < 1600; x += 8) for (let y = 0; y < 1000; y += 8) {
      pen.fillStyle = 'rgb(' + ((x * 7 + y) % 256) + ',' + ((y * 5 + x) % 256) + ',' + ((x * y) % 256) + ')'
      pen.fillRect(x, y, 8, 8)
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
    const reader = new FileReader()
    const read = new Promise((done) => reader.addEventListener('load', done, { once: true }))
    reader.readAsDataURL(blob)
    await read
    return reader.result.split(',')[1]
  })()`)
    const bytes = Buffer.from(String(photo), 'base64')
    expect(bytes.length).toBeGreaterThan(48 * 1024)
    await choose.setInputFiles(file('photo.jpg', bytes))
    await page.getByRole('img', { name: 'The logo, photo.jpg' }).waitFor()
    const { logo } = (await office.api('GET', '/api/office/logo')).body
    expect([logo.height, logo.bytes < 48 * 1024]).toEqual([132, true])
    // The same file as it is, sent past the window, is refused: every payslip would carry it.
    const refused = await office.at().upload('/api/office/logo', { name: 'photo.jpg', bytes })
    expect([refused.status, refused.body.error.code]).toEqual([413, 'logo.heavy_jpeg'])

    await page.getByRole('button', { name: 'Remove the logo' }).press('Enter')
    await page.getByText('There is no logo; payslips begin with the office’s name.').waitFor()
  },
)

office.flow('payslips are seen in a language before there are any', 'settings/payslips', async (page) => {
  await page.getByText('A payslip of nobody').waitFor()
  await page.getByRole('combobox', { name: 'Language' }).click()
  await page.getByRole('option', { name: 'Deutsch' }).click()
  await inBothThemes(page, 'payslip-preview')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Open the preview (Deutsch)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('payslip-preview-de.pdf')
  expect(readPdf(fs.readFileSync(await download.path())).pages[0]).toContain('Lohnabrechnung')
})

office.flow(
  'three samples go to the office itself before the payslips do, and count for nobody',
  'pay-runs',
  async (page) => {
    for (const [n, name] of ['Ana', 'Bruno', 'Carla', 'Dmytro'].entries()) {
      await office.api('POST', '/api/employees', {
        name,
        email: `${name.toLowerCase()}@firm.example`,
        hire_date: '2026-01-01',
        base_minor: 200_000 + n * 1_000,
      })
    }
    const { body } = await office.api('POST', '/api/payroll/periods', {
      start_date: '2026-10-01',
      end_date: '2026-10-31',
      status: 'active',
    })
    await office.ended((await office.api('POST', `/api/payroll/periods/${body.id}/run`, { force: true })).body.task_id)
    const [run] = (await office.api('GET', `/api/payroll/periods/${body.id}`)).body.runs
    expect((await office.api('POST', `/api/payroll/runs/${run.id}/approve`, {})).status).toBe(200)
    await goTo(page, `pay-runs/${body.id}`)
    await page.getByText('Samples go to the office’s own address, which is not set yet.').waitFor()
    await office.api('PUT', '/api/settings/office', { notification_address: 'ana@firm.example' })
    await page.getByRole('button', { name: 'Send three samples to me' }).press('Enter')
    const asked = page.getByRole('alert').filter({ hasText: 'is also that of Ana, who would see other people’s pay' })
    await asked.waitFor()
    await inBothThemes(page, 'samples-asked')
    await office.api('PUT', '/api/settings/office', { notification_address: 'office@firm.example' })
    await page.getByText('Three samples go to office@firm.example').waitFor()
    await page.getByRole('button', { name: 'Send three samples to me' }).press('Enter')
    await page
      .getByText('Samples of 3 payslips are in the outbox for office@firm.example: Ana, Bruno, Dmytro.')
      .waitFor()
    await asked.waitFor({ state: 'detached' })
    await inBothThemes(page, 'samples-sent')
    await page.getByRole('button', { name: 'Send 4 payslips' }).waitFor()
    const mails = (await office.api('GET', '/api/outbox')).body.items
    expect(mails.map(({ to, subject }: { to: string; subject: string }) => [to, subject.slice(0, 7)])).toEqual(
      Array(3).fill(['office@firm.example', 'SAMPLE:']),
    )
  },
)
