import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { inBothThemes, settled } from '../support/browser'
import { tabTo } from '../support/keyboard'
import { goTo, officeInBrowser } from '../support/office-window'

const office = officeInBrowser({ now: '2026-04-02T09:00:00Z' })

/** Hands a file in and opens it. */
async function drops(page: Page, kind: string, name: string, text: string): Promise<number> {
  const { body } = await office.at().upload('/api/imports', { name, bytes: text }, { kind, options: '{}' })
  await goTo(page, `imports/${body.import_id}`)
  return body.import_id
}
const counts = async (id: number) => (await office.api('GET', `/api/imports/${id}`)).body.counts

const PEOPLE = `Employee number,Name,Email,Hire date
1,Ana,ana@example.org,13/01/2020
2,Bo,"bo@example,org",14/01/2020
3,Cy,"cy @example.org",15/01/2020
4,Di,di@example.org,01/16/2020
5,Ed,ed@example.org,01/17/2020
`

office.flow(
  'a cause is mended in one click, previewed with its count, and taken back by mouse',
  'imports',
  async (page) => {
    const id = await drops(page, 'employees', 'people.csv', PEOPLE)
    await page.getByRole('button', { name: 'Import the 1 good row' }).waitFor()
    await page
      .getByRole('row', { name: /cannot be read like the other dates/ })
      .getByRole('button', { name: 'Fix these rows…' })
      .click()
    await page.getByText('01/16/2020').first().waitFor()
    const fix = page.getByRole('button', { name: 'Read as month, day, year' })
    await fix.waitFor()
    await page.getByText('In 2 rows').first().waitFor()
    await inBothThemes(page, 'imports-fix')
    await fix.click()
    await page.getByText('2 rows changed.').waitFor()
    await page.getByRole('button', { name: 'Import the 3 good rows' }).waitFor()
    await page.getByRole('button', { name: 'Take back: Read as month, day, year, 2 rows' }).click()
    await page.getByRole('button', { name: 'Import the 1 good row' }).waitFor()
    expect(await counts(id)).toMatchObject({ create: 1, error: 4 })
  },
)

office.flow('by keyboard alone: Ctrl-H, the fix, Ctrl-Z, and rows left out', 'imports', async (page) => {
  const id = await drops(page, 'employees', 'people again.csv', PEOPLE)
  await page.getByRole('button', { name: 'Fix these rows…' }).first().waitFor() // before the causes are here there is nothing to fix
  await page.keyboard.press('Control+h')
  await page.locator('aside button:focus').waitFor() // the first fix
  await tabTo(page, /Leave these rows out/)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Take back: Leave these rows out/ }).waitFor() // the window knows of the step
  expect((await counts(id)).skipped).toBeGreaterThan(0)
  await page.keyboard.press('Escape')
  await tabTo(page, /Rows of the file/)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await counts(id)).skipped).toBe(0)
  expect(await counts(id)).toMatchObject({ create: 1, error: 4 })
})

office.flow('a list that arrives anew while a cell is typed in waits for the hand', 'imports', async (page) => {
  const id = await drops(page, 'employees', 'people while typing.csv', PEOPLE)
  await page.getByRole('button', { name: 'Import the 1 good row' }).waitFor()
  await settled(page) // the list that stands there is laid out; only the next one is kept back
  let goOn = () => {}
  const typed = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route('**/imports.causes', async (route) => {
    const answer = await route.fetch()
    await typed
    await route.fulfill({ response: answer })
  })
  await page
    .getByRole('row', { name: /cannot be read like the other dates/ })
    .getByRole('button', { name: 'Fix these rows…' })
    .click()
  await page.getByRole('button', { name: 'Read as month, day, year' }).click()
  await page.getByRole('button', { name: 'Import the 3 good rows' }).waitFor()
  await page.getByRole('gridcell', { name: /^bo@example,org/ }).dblclick()
  const input = page.locator('[role=grid] input:focus')
  await input.fill('bo@example.o')
  const arrived = page.waitForResponse('**/imports.causes')
  goOn()
  await arrived
  // Had the list moved, the rows that were mended would stand under another heading by now.
  await page.waitForTimeout(300)
  await page.keyboard.type('rg')
  expect(await input.inputValue()).toBe('bo@example.org')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Import the 4 good rows' }).waitFor()
  await expect.poll(() => page.getByRole('row', { name: /cannot be read like the other dates/ }).count()).toBe(0)
  expect(await counts(id)).toMatchObject({ create: 4, error: 1 })
})

office.flow(
  'what is to stand in place of a value is typed for that value, whatever the office tells of meanwhile',
  'imports',
  async (page) => {
    const id = await drops(page, 'employees', 'people replaced.csv', PEOPLE)
    await page
      .getByRole('row', { name: /“bo@example,org” has/ })
      .getByRole('button', { name: 'Fix these rows…' })
      .click()
    const find = page.getByRole('textbox', { name: 'Find' })
    await expect.poll(() => find.inputValue()).toBe('bo@example,org')
    await page.getByRole('textbox', { name: 'Replace by' }).fill('bo@')
    // The row is mended in another window: its value is no longer the first, nor there at all.
    await office.api('POST', '/api/rpc/imports.fix_cells', {
      id,
      cells: [{ row: 3, column: 'Email', value: 'bo@x.org' }],
    })
    await page.getByRole('button', { name: /^bo@example,org/ }).waitFor({ state: 'detached' })
    expect(await find.inputValue()).toBe('bo@example,org')
    expect(await page.getByRole('textbox', { name: 'Replace by' }).inputValue()).toBe('bo@')
  },
)

office.flow(
  'thousands of rows are changed with progress; afterwards they can be taken back as one',
  'imports',
  async (page) => {
    const rows = Array.from(
      { length: 3000 },
      (_, n) => `X${n},Person ${n},${n % 2 ? `x${n}@example` : `x${n}@example.org`}\n`,
    )
    const id = await drops(page, 'employees', 'many.csv', `Employee number,Name,Email\n${rows.join('')}`)
    await page.getByRole('button', { name: 'Import the 1,500 good rows' }).waitFor()
    await page.getByRole('button', { name: 'Fix these rows…' }).first().click()
    await page.getByRole('button', { name: 'Leave empty' }).click()
    await page.getByRole('button', { name: 'Import 3,000 rows' }).waitFor()
    await page.getByRole('button', { name: 'Take back: Leave empty, 1,500 rows' }).click()
    await page.getByRole('button', { name: 'Import the 1,500 good rows' }).waitFor()
    expect(await counts(id)).toMatchObject({ create: 1500, error: 1500 })
  },
)

office.flow(
  'two bank lines that say the same are asked about, and the receipt keeps the answer',
  'imports',
  async (page) => {
    const line = '2026-03-04,-2.50,Coffee\n'
    await drops(
      page,
      'bank_statement',
      'bank.csv',
      `Booking date,Amount,Description\n${line}${line}2026-03-05,-40.00,Fuel\n`,
    )
    await page
      .getByText(/says the very same/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Fix these rows…' }).first().click()
    await page.getByRole('button', { name: 'Different: take in each of them' }).waitFor()
    await inBothThemes(page, 'imports-identical')
    await page.getByRole('button', { name: 'Different: take in each of them' }).click()
    await page.getByRole('button', { name: 'Import 3 rows' }).click()
    await page.getByText('3 rows written.').waitFor()
    await page.getByText('Equal, all taken').waitFor()
    await inBothThemes(page, 'imports-identical-receipt')
  },
)

office.flow('a column is split and others are joined, with a preview of the first values', 'imports', async (page) => {
  const text =
    'Student number,Full name,Street,Town\n1,"Costa, Amina",1 Mill Lane,Ashford\n2,"de la Torre, Eva",2 Mill Lane,Deal\n'
  const id = await drops(page, 'students', 'students.csv', text)
  await page.getByRole('button', { name: 'Import 2 rows' }).waitFor()
  await goTo(page, `imports/${id}/map`)
  await page.getByRole('button', { name: 'Split Full name into given and family name' }).click()
  await page.getByText('Given name: Amina · Family name: Costa').waitFor()
  await page.getByRole('radio', { name: 'the last blank' }).click()
  await page.getByText('Given name: Amina · Family name: Costa,').waitFor()
  await page.getByRole('radio', { name: 'the comma' }).click()
  await page.getByText('Given name: Eva · Family name: de la Torre').waitFor()
  const street = page.getByRole('combobox', { name: /, Street, becomes/ })
  await street.click()
  await page.getByRole('option', { name: 'Address', exact: true }).click()
  await page.getByRole('button', { name: 'Join Street with other columns' }).click()
  await page.getByText('Choose the other column to join.').waitFor()
  await page.getByRole('checkbox', { name: 'Town' }).click()
  await page.getByLabel('Between them').fill(', ')
  await page.getByText('1 Mill Lane, Ashford').waitFor()
  await inBothThemes(page, 'imports-split')
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await page.getByRole('gridcell', { name: 'de la Torre', exact: true }).waitFor() // checked anew, with the parts
  await page.getByRole('button', { name: 'Import 2 rows' }).click()
  await page.getByText('2 rows written.').waitFor()
  const { body } = await office.api('POST', '/api/rpc/imports.rows', { id })
  expect(body.items[1].values).toMatchObject({
    name: null,
    given_name: 'Eva',
    family_name: 'de la Torre',
    address: '2 Mill Lane, Deal',
  })
  // The next file with these headings is read the same way, without a question.
  const next = await drops(
    page,
    'students',
    'more.csv',
    'Student number,Full name,Street,Town\n3,"Reis, Rui",3 Mill Lane,Deal\n',
  )
  await page.getByRole('button', { name: 'Import 1 row' }).waitFor()
  const rows = (await office.api('POST', '/api/rpc/imports.rows', { id: next })).body.items
  expect(rows[0].values).toMatchObject({ given_name: 'Rui', family_name: 'Reis', address: '3 Mill Lane, Deal' })
})
