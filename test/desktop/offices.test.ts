import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, expect, inject, test as plain } from 'vitest'
import { inBothThemes, inPageIs } from '../support/browser'
import { call, desktopCommand, desktopEnvironment, leaveWindow } from '../support/desktop'
import { chooseFolders, listedOffice, neverEndByForce, processOf, runningProcess } from '../support/desktop-offices'
import { type Kept, kept } from '../support/desktop-said'
import { dataDir, officeEnvironment, untilReady } from '../support/office'
import { axe } from '../support/screen'
import { openSilentServer, sendSlowMail, untilNoMail } from '../support/slow-mail'
import { twoOffices } from '../support/two-offices'

const missing = inject('missing').electron
const held = dataDir()
const two = twoOffices()
const { alpha, beta, opens, begin, button, shows, goTo, callOffice, row, switchTo } = two
afterAll(async () => {
  await two.end()
  fs.rmSync(held, { recursive: true, force: true })
})

const test = (name: string, run: () => Promise<void>) =>
  plain(name, async ({ skip }) => {
    skip(Boolean(missing), missing)
    await run()
  })

test('a new office is begun in an empty folder; a folder that is none is refused by name', async () => {
  const { app, page, errors } = await opens()
  await callOffice('Alpha')
  await shows('Alpha')
  await goTo('/offices')
  await page.getByRole('heading', { name: 'Offices', exact: true }).waitFor()
  await row('Alpha').waitFor()
  await inBothThemes(page, 'desktop-offices-one')

  const synchronised = path.join(held, 'Dropbox')
  fs.mkdirSync(synchronised)
  for (const [folder, words] of [
    [alpha, 'is in the list already, as “Alpha”'],
    [held, 'is not empty'],
    [synchronised, 'is kept in step by Dropbox'],
  ] as const) {
    await chooseFolders(app, [folder])
    await button('New office…').click()
    await page.getByText(words, { exact: false }).waitFor()
  }
  await page.getByText('Choose another folder, on a disk of this computer.', { exact: false }).waitFor()
  expect(fs.readdirSync(synchronised)).toEqual([])

  await chooseFolders(app, [beta])
  await button('New office…').click()
  await page.getByText('This office is new.').waitFor()
  await inPageIs(page, 'window.heldPort !== undefined')
  await callOffice('Beta')
  await shows('Beta')
  await goTo('/offices')
  await row('Alpha').getByText('Works in the background').waitFor()
  await row('Beta').getByText('In this window').waitFor()
  await page.getByRole('link', { name: 'Alpha', exact: true }).click()
  await page.getByRole('heading', { name: 'Alpha' }).waitFor()
  await inBothThemes(page, 'desktop-offices')
  expect(await processOf(app, alpha)).not.toBeNull()
  expect(errors).toEqual([])
})

test('what keeps working keeps its schedules while another office is shown; its notification names it and opens it', async () => {
  const { app, page } = await begin('Alpha')
  const told = { title: 'A task has failed', body: 'Alpha: Open it to see why, and what to do.' }
  const timesTold = async () => (await kept(app)).shown.filter(({ body }) => body === told.body).length
  const args = { subject: 'x', message: 'y', recipient_list: ['Ann Secret'] }
  // It comes while the other office is shown: where the computer takes too long to go there, it is put off further.
  for (let seconds = 4; ; seconds *= 4) {
    const once = Date.now() + seconds * 1_000
    const when = { once_at: new Date(once).toISOString() }
    await call(page, 'schedules.create', { name: `in ${seconds} s`, task: 'mail.send_email', args, ...when })
    await switchTo('Beta')
    await shows('Beta')
    const before = await timesTold()
    if (Date.now() < once) {
      await expect.poll(timesTold).toBe(before + 1)
      break
    }
    await begin('Alpha')
  }
  await expect
    .poll(async () => (await kept(app)).labels)
    .toContainEqual(expect.stringMatching(/^Alpha: (1 needs|\d+ need) you$/))
  await app.evaluate(
    (_electron, body) => (globalThis as unknown as { kept: Kept }).kept.shown.find((one) => one.body === body)?.click(),
    told.body,
  )
  await shows('Alpha')
  await inPageIs(page, 'window.location.hash.startsWith("#/tasks/")')
  await page.getByText('Ann Secret', { exact: false }).first().waitFor()
})

test('whoever has typed something is asked before the window goes to another office', async () => {
  const { page } = await begin('Alpha')
  await goTo('/settings/office')
  await page.getByLabel('Name', { exact: true }).fill('Half typed')
  await switchTo('Beta')
  await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor()
  expect(await axe(page)).toEqual([])
  await button('Stay here').click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Half typed')
  await switchTo('Beta')
  await button('Leave without saving').click()
  await shows('Beta')
})

test('one office killed is started again, and the other one knows nothing of it', async () => {
  const { app, page } = await begin('Beta')
  const [ofAlpha, ofBeta] = await Promise.all([runningProcess(app, alpha), runningProcess(app, beta)])
  process.kill(ofAlpha, 'SIGKILL')
  await untilReady(async () => {
    const pid = await processOf(app, alpha)
    return pid !== null && pid !== ofAlpha ? pid : null
  })
  expect(await processOf(app, beta)).toBe(ofBeta)
  await goTo('/offices')
  await row('Alpha').getByText('Works in the background').waitFor()
  expect(await page.getByText('stopped unexpectedly').count()).toBe(0)
  expect(await call(page, 'today.read', {})).toMatchObject({ office: 'Beta' })
})

test('an office that does not keep working ends in order when the window goes to another one', async () => {
  const { app, page } = await begin('Beta')
  await goTo('/offices')
  await page.getByRole('link', { name: 'Beta', exact: true }).click()
  await page.getByRole('checkbox', { name: /Keep “Beta” working/ }).click()
  await expect.poll(() => row('Beta').textContent()).toMatch(/no$/)
  const pid = await runningProcess(app, beta)
  await switchTo('Alpha')
  await shows('Alpha')
  await goTo('/offices')
  await row('Beta').getByText('Closed').waitFor()
  expect(() => process.kill(pid, 0)).toThrow()
  await expect.poll(async () => (await kept(app)).labels).toContain('Beta: closed')
  await button('Open Beta').click()
  await shows('Beta')
  expect(await processOf(app, beta)).not.toBe(pid)
})

test('while an office closes, the list says what it still waits for', async () => {
  const { app, page } = await begin('Beta', { keepsBeta: false })
  const silent = await openSilentServer()
  const ofBeta = await runningProcess(app, beta)
  const endByForce = await neverEndByForce(app)
  try {
    await sendSlowMail(page, silent.port)
    await expect.poll(async () => (await listedOffice(page, beta))?.running).toBe(1) // the app has been told
    process.kill(ofBeta, 'SIGSTOP') // it closes for as long as this test looks at it
    await switchTo('Alpha')
    await shows('Alpha')
    await goTo('/offices')
    await row('Beta').getByText('Closing').waitFor()
    await page.getByRole('link', { name: 'Beta', exact: true }).click()
    await page.getByText('Closing: Deliver a mail').waitFor()
    await inBothThemes(page, 'desktop-office-closing')
    await button('Open this office').click()
    await page.getByText('Beta is still closing; then it opens again.', { exact: false }).waitFor()
  } finally {
    process.kill(ofBeta, 'SIGCONT')
    silent.close()
    await endByForce()
  }
  await shows('Beta')
  await inPageIs(page, 'window.heldPort !== undefined')
  await untilNoMail(page) // whoever quits amid a mail is asked first
})

test('a second start names an office and a place of it; one that is not in the list is refused in words', async () => {
  const { app, page } = await begin('Beta')
  const { file, args } = desktopCommand()
  const startAgain = (...given: string[]) =>
    new Promise((resolve) =>
      spawn(file, [...args, ...given], { env: desktopEnvironment(alpha), stdio: 'ignore' }).once('exit', resolve),
    )
  await leaveWindow(app)
  expect(await startAgain('--office=Alpha', '--open=/schedules')).toBe(0)
  await shows('Alpha')
  await inPageIs(page, 'window.location.hash === "#/schedules"')
  expect(await startAgain('--office=Nowhere')).toBe(0)
  await expect
    .poll(async () => (await kept(app)).asked)
    .toContainEqual(expect.stringMatching(/no office “Nowhere”[\s\S]*“Alpha”, “Beta”/))
  await shows('Alpha')
})

test('a folder that another program holds is refused in words, and is not in the list', async () => {
  const { app, page } = await begin('Alpha')
  const folder = path.join(held, 'office')
  fs.mkdirSync(folder)
  fs.writeFileSync(path.join(folder, 'daybook.db'), '')
  const support = path.resolve('test/support')
  const holding = ['--import', `${support}/typescript.mjs`, `${support}/hold-lock.ts`, folder]
  const holder = spawn(process.execPath, holding, { env: officeEnvironment() })
  try {
    await new Promise((resolve) => holder.stdout.once('data', resolve))
    await goTo('/offices')
    await chooseFolders(app, [folder])
    await button('Add an existing one…').click()
    await page.getByText(`Another Daybook has the office in ${folder} open.`, { exact: false }).waitFor()
    expect(await page.getByRole('row').count()).toBe(3)
  } finally {
    holder.kill('SIGKILL')
  }
})

test('an office whose folder is missing says so, offers the others, and opens once the folder is back', async () => {
  await (await begin('Alpha')).app.close()
  const away = `${beta}-away`
  fs.renameSync(beta, away)
  const back = () => fs.existsSync(away) && fs.renameSync(away, beta)
  try {
    const { page } = await opens()
    await shows('Alpha')
    await goTo('/offices')
    await row('Beta').getByText('Folder missing').waitFor()
    await switchTo('Beta')
    await page.getByRole('heading', { name: 'Beta does not open' }).waitFor()
    await page.getByText(beta, { exact: false }).first().waitFor()
    await inBothThemes(page, 'desktop-office-missing')
    expect(fs.existsSync(beta)).toBe(false) // no empty office was begun in its place
    await button('Open Alpha').click()
    await shows('Alpha')
    await switchTo('Beta')
    await page.getByRole('heading', { name: 'Beta does not open' }).waitFor() // it has looked for the folder
    back()
    await button('Try again').click()
    await shows('Beta')
  } finally {
    back()
  }
})

test('an office is renamed in the list and taken off it by keyboard; its folder stays as it is', async () => {
  const { app, page, errors } = await begin('Alpha')
  await goTo('/offices')
  await page.getByRole('link', { name: 'Beta', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Name in this list').fill('Second')
  await page.keyboard.press('Enter')
  await page.getByText('Saved.').waitFor()
  await row('Second').waitFor()
  await button('Take it off the list…').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Take “Second” off the list?' }).waitFor()
  expect(await axe(page)).toEqual([])
  await page.getByRole('dialog').locator('button:focus').waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('row').count()).toBe(2)
  await expect.poll(() => processOf(app, beta)).toBeNull()
  expect(fs.existsSync(path.join(beta, 'daybook.db'))).toBe(true)
  await expect.poll(async () => (await kept(app)).labels[0]).toMatch(/need|All done/)
  expect(errors).toEqual([])
})
