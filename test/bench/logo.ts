import { pngOf } from '../support/png-of'
import { inEmptyFolder, type Line, summary } from './measure'
import { bearer } from './office-client'
import type { Served } from './served'
import { payrollDay } from './w7-payroll'

const EMPLOYEES = 5_000
const [WIDTH, HEIGHT] = [600, 160]

/** Letters on a slope of colour, see-through around them: heavier than most logos are. */
const PICTURE = pngOf(
  { width: WIDTH, height: HEIGHT, depth: 8, colour: 6, interlaced: false },
  Array.from({ length: WIDTH * HEIGHT }, (_, n) => {
    const [x, y] = [n % WIDTH, Math.floor(n / WIDTH)]
    return [(x * 255) / WIDTH, (y * 255) / HEIGHT, 140, (x >> 5) % 2 === (y >> 4) % 2 ? 255 : 0].map(Math.floor)
  }),
)

/** The payslips of 5,000 without and with the office's logo, a file each and all in one. What the task itself took. */
export async function logo(runs: number): Promise<Line[]> {
  const without: number[] = []
  const withLogo: number[] = []
  for (let n = 0; n < runs; n++) {
    without.push(EMPLOYEES / ((await inEmptyFolder((folder) => payrollDay(folder))).slips.tookMs / 1000))
    withLogo.push(EMPLOYEES / ((await inEmptyFolder((folder) => payrollDay(folder, chooseLogo))).slips.tookMs / 1000))
  }
  return [
    summary('LOGO', 'pdf_per_s', without, `${EMPLOYEES} payslips without a logo`),
    summary('LOGO', 'pdf_per_s', withLogo, `${EMPLOYEES} payslips with a logo`),
  ]
}

async function chooseLogo(office: Served): Promise<void> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(PICTURE)], { type: 'image/png' }), 'logo.png')
  const answer = await fetch(new URL('/api/office/logo', office.url), {
    method: 'POST',
    headers: bearer(office),
    body: form,
  })
  if (answer.status !== 201) throw new Error(`the logo was refused: ${await answer.text()}`)
}
