import { dayInWords, periodInWords } from '../../values/date-words'
import { fitInto, LOGO_BOX } from '../../values/logo'
import { type Currency, toDecimal } from '../../values/money'
import { lineName, type PayslipWords, wordsIn } from './language'
import type { Payslip, PayslipFrame, PayslipLine } from './payslip'
import { PAGE, Page } from './pdf/page'
import { encodeWinAnsi } from './pdf/win-ansi'

const LEFT = 56
const RIGHT = PAGE.width - 56
const QUANTITY = RIGHT - 110
/** Where the year to date stands at the right, amounts and quantities make room for it. */
const YEAR_WIDTH = 96
const ROW = 17
const LAST_ROW = PAGE.height - 80

const SECTIONS: PayslipLine['kind'][] = ['earning', 'deduction', 'employer', 'information']

/** The pages of one payslip as content streams: one, or more where it has more lines than a page. */
export function layPayslip(slip: Payslip, frame: PayslipFrame): string[] {
  const money = amountFormat(slip.language, frame.currency)
  const words = wordsIn(slip.language)
  const pages: Page[] = []
  let page = new Page()
  let y = 0
  const open = () => {
    page = new Page()
    pages.push(page)
    y = head(page, slip, frame, words, pages.length)
  }
  const row = (height = ROW) => {
    y += height
    if (y > LAST_ROW) open()
    return y
  }
  open()
  const shift = slip.lines.some(({ yearMinor }) => yearMinor !== undefined && yearMinor !== null) ? YEAR_WIDTH : 0
  const quantityAt = QUANTITY - shift
  for (const kind of SECTIONS) {
    const lines = slip.lines.filter((line) => line.kind === kind)
    if (lines.length === 0) continue
    page.text(LEFT, row(ROW + 8), words.sections[kind], { size: 10, bold: true })
    const heading = { size: 8, align: 'right', gray: 0.45 } as const
    if (lines.some(({ quantity }) => quantity !== null)) page.text(quantityAt, y, words.quantity, heading)
    if (shift > 0) page.text(RIGHT, y, words.yearColumn, heading)
    page.line(LEFT, y + 4, RIGHT)
    for (const line of lines) {
      const at = row()
      page.text(LEFT, at, lineName(line, words), { size: 10, maxWidth: quantityAt - LEFT - 70 })
      if (line.quantity !== null) page.text(quantityAt, at, line.quantity, { size: 10, align: 'right', gray: 0.35 })
      page.text(RIGHT - shift, at, money(line.amountMinor), { size: 10, align: 'right' })
      if (shift > 0) page.text(RIGHT, at, money(line.yearMinor ?? 0), { size: 10, align: 'right', gray: 0.35 })
    }
  }
  if (y + 120 > LAST_ROW) open()
  totals(page, y + 24, slip, words, money)
  return pages.map(({ content }) => content)
}

/** Office, title, number, employee and period; answers where the lines begin. */
function head(page: Page, slip: Payslip, frame: PayslipFrame, words: PayslipWords, pageNo: number): number {
  const { period, currency, approvedOn, run } = frame
  letterhead(page, frame, words)
  page.text(RIGHT, 66, words.payslip, { size: 18, bold: true, align: 'right' })
  page.text(RIGHT, 84, `PS ${slip.year}/${slip.number}`, { size: 10, align: 'right' })
  if (pageNo > 1) page.text(RIGHT, 98, words.page(pageNo), { size: 9, align: 'right', gray: 0.35 })

  page.box(LEFT - 8, 138, RIGHT - LEFT + 16, 62, 0.95)
  fact(page, LEFT, words.employee, printableName(slip.employee.name, words))
  if (slip.employee.externalRef) fact(page, LEFT + 210, words.number, slip.employee.externalRef)
  fact(page, LEFT + 310, words.period, periodInWords(period.start, period.end, words.locale))
  page.text(LEFT, 190, period.description, { size: 9, gray: 0.35, maxWidth: 300 })
  page.text(RIGHT, 190, words.amountsIn(currency), { size: 9, gray: 0.35, align: 'right' })

  const foot = words.foot(dayInWords(approvedOn, words.locale), run.id, run.version, slip.slipId)
  page.text(LEFT, PAGE.height - 48, foot, { size: 8, gray: 0.45 })
  return 206
}

/** The office's name and address; below its logo they stand a little closer. */
function letterhead(page: Page, { office, logo }: PayslipFrame, words: PayslipWords): void {
  const [first, second, step, size] = logo ? [86, 98, 11, 8] : [66, 82, 12, 9]
  if (logo) page.picture(LEFT, 24, fitInto(logo, LOGO_BOX))
  page.text(LEFT, first, office.name || words.payslip, { size: logo ? 12 : 14, bold: true, maxWidth: 320 })
  const address = office.address
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 4)
  for (const [index, line] of address.entries()) {
    page.text(LEFT, second + index * step, line.trim(), { size, gray: 0.35, maxWidth: 320 })
  }
}

function fact(page: Page, x: number, label: string, value: string): void {
  page.text(x, 154, label, { size: 8, gray: 0.45 })
  page.text(x, 170, value, { size: 11, bold: true, maxWidth: x === LEFT ? 200 : 180 })
}

function totals(page: Page, top: number, slip: Payslip, words: PayslipWords, money: (minor: number) => string): void {
  let y = top
  const line = (label: string, minor: number, bold: boolean) => {
    page.text(LEFT, y, label, { size: bold ? 12 : 10, bold })
    page.text(RIGHT, y, money(minor), { size: bold ? 12 : 10, bold, align: 'right' })
    y += ROW
  }
  page.line(LEFT, y - 14, RIGHT, 1, 0.2)
  line(words.gross, slip.grossMinor, false)
  line(words.deductions, slip.deductionsMinor, false)
  page.box(LEFT - 8, y - 10, RIGHT - LEFT + 16, 24, 0.9)
  y += 6
  line(words.net, slip.netMinor, true)
  if (!slip.yearToDate) return
  const { grossMinor, deductionsMinor, netMinor } = slip.yearToDate
  const text = words.yearToDate(money(grossMinor), money(deductionsMinor), money(netMinor))
  page.text(RIGHT, y + 8, text, { size: 9, gray: 0.35, align: 'right' })
}

/** A name in a script the payslip's font has no letters for is said to be one; the number beside it tells who it is. */
const printableName = (name: string, words: PayslipWords): string => (isPrintable(name) ? name : words.otherScript)

export const isPrintable = (name: string): boolean => encodeWinAnsi(name).lost.length === 0

/** Amounts as the payslip’s language writes them; exact for every amount, since only digits are grouped. */
function amountFormat(language: string, currency: string): (minor: number) => string {
  const { group, decimal } = separatorsOf(language)
  return (minor) => {
    const text = toDecimal(BigInt(minor), currency as Currency)
    const [whole = '', fraction] = text.replace('-', '').split('.')
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
    return `${text.startsWith('-') ? '-' : ''}${grouped}${fraction === undefined ? '' : decimal + fraction}`
  }
}

const separators = new Map<string, { group: string; decimal: string }>()

function separatorsOf(language: string): { group: string; decimal: string } {
  let known = separators.get(language)
  if (!known) {
    const parts = new Intl.NumberFormat(language).formatToParts(-1234567.5)
    const part = (type: string) => parts.find((one) => one.type === type)?.value
    known = { group: part('group') ?? '', decimal: part('decimal') ?? '.' }
    separators.set(language, known)
  }
  return known
}
