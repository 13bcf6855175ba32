import fs from 'node:fs'
import { expect } from 'vitest'
import { inBothThemes } from '../support/browser'
import { goTo, officeInBrowser } from '../support/office-window'

const office = officeInBrowser({ now: '2026-04-02T09:00:00Z' })

office.flow(
  'a long error file tells how far it is, is called off without a trace, and saved whole',
  'imports',
  async (page) => {
    const rows = Array.from({ length: 20_000 }, (_, n) => `P${n},Person ${n},p${n}@example${n % 2 ? '' : '.org'}\n`)
    const { body } = await office
      .at()
      .upload(
        '/api/imports',
        { name: 'people.csv', bytes: `Employee number,Name,Email\n${rows.join('')}` },
        { kind: 'employees', options: '{}' },
      )
    await goTo(page, `imports/${body.import_id}`)
    const link = page.getByRole('link', { name: 'Error file: csv' })
    await link.waitFor({ timeout: 60_000 })
    const downloads: string[] = []
    page.on('download', (one) => downloads.push(one.suggestedFilename()))
    // The office is held up, as by other work, so that the wait is long enough to be told.
    let let_on = () => {}
    const held = new Promise<void>((resolve) => {
      let_on = resolve
    })
    await page.route('**/errors.csv', async (route) => {
      await held
      await route.continue().catch(() => undefined) // called off meanwhile
    })
    await link.click()
    await page.getByRole('status').filter({ hasText: 'The file is being made' }).waitFor()
    await inBothThemes(page, 'imports-saving')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('status').filter({ hasText: 'The file is being made' }).waitFor({ state: 'detached' })
    let_on()
    await page.unroute('**/errors.csv')
    const saved = page.waitForEvent('download')
    await link.click()
    const text = fs.readFileSync(await (await saved).path(), 'utf8')
    expect(text.trimEnd().split('\r\n')).toHaveLength(10_001)
    expect(downloads).toEqual(['people errors.csv'])
  },
)
