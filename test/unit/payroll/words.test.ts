import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { payrollWords } from '../../../jobs/payroll/words'

const folder = path.resolve('jobs/payroll')
const sources = (fs.readdirSync(folder, { recursive: true }) as string[])
  .filter((file) => file.endsWith('.ts') && !file.startsWith('payslips') && !file.endsWith('words.ts'))
  .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'))
  .join('\n')

/** Every reason the area throws or stores, as its sources spell it. */
function codes(): string[] {
  const found = new Set<string>()
  const patterns: [RegExp, string][] = [
    [/(?:new Problem\(|conflict\(|code:)[^'\n]*(?:'[^'\n]*' : )?'(payroll\.\w+)'/g, ''],
    [/\breason\('(\w+)'/g, 'payroll.'],
    [/\brefuse\('(\w+)'/g, 'payroll.component_'],
    [/\? '(payroll\.\w+)' : 'payroll\.\w+'/g, ''],
  ]
  for (const [pattern, prefix] of patterns) for (const match of sources.matchAll(pattern)) found.add(prefix + match[1])
  return [...found]
}

it('words every reason, with nothing left to fill in that no source names', () => {
  expect(codes().length).toBeGreaterThan(50)
  expect(codes().filter((code) => !(code in payrollWords))).toEqual([])
})

it('has no words for reasons that nobody gives', () => {
  const known = new Set(codes())
  const handlers = fs.readFileSync(path.resolve('jobs/api/handlers/payroll.ts'), 'utf8')
  const isUsed = (code: string) => known.has(code) || `${sources}${handlers}`.includes(`'${code}'`)
  expect(Object.keys(payrollWords).filter((code) => !isUsed(code))).toEqual([])
})

it('says how to mend each of them', () => {
  for (const { message, fix } of Object.values(payrollWords)) {
    expect(message).toMatch(/[.]$/)
    expect(fix).toMatch(/[.")]$/)
  }
})
