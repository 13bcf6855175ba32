import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launch, newWindow } from '../support/browser'
import { startOffice, type TestOffice } from '../support/office'
import { watch } from '../support/screen'

const missing = inject('missing').chromium
let browser: Browser
let office: TestOffice

beforeAll(async () => {
  if (missing) return
  office = await startOffice()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await office?.stop()
})

/** The faces that Chromium really drew the text of an element with. */
async function facesOf(page: Page, selector: string): Promise<{ familyName: string; isCustomFont: boolean }[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
  await session.detach()
  return fonts.map(({ familyName, isCustomFont }) => ({ familyName, isCustomFont }))
}

test('the window is drawn in Inter from its own origin, and asks nobody else for anything', async ({ skip }) => {
  skip(Boolean(missing), missing)
  const page = await newWindow(browser)
  const errors = watch(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(office.url)
  await page.getByText('Everything works.').waitFor()
  await page.evaluate('document.fonts.ready')

  expect(await facesOf(page, 'h1')).toEqual([{ familyName: 'Inter', isCustomFont: true }])
  const outside = asked.filter((url) => !url.startsWith('data:') && new URL(url).origin !== office.address)
  expect(outside).toEqual([])
  const fonts = () => asked.filter((url) => url.endsWith('.woff2')).map((url) => url.replace(/.*\/(.*)-[^-]*$/, '$1'))
  expect(fonts()).toEqual(['inter-latin-wght-normal']) // once: the early request is the one that is used

  await office.api('PUT', '/api/settings/office', { name: 'Łódź' })
  await page.getByText('Łódź').first().waitFor()
  await page.evaluate('document.fonts.ready')
  await expect.poll(fonts).toEqual(['inter-latin-wght-normal', 'inter-latin-ext-wght-normal'])
  expect(errors).toEqual([])
  await page.close()
})
