import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** More stops than any page has before its main button. */
const MOST_STOPS = 150

/** What a screen reader would call a control. */
const NAMED = `(here) => {
  if (!here || here.matches('body, section, aside, main')) return ''
  const label = here.closest('label') ?? (here.id ? document.querySelector('label[for="' + here.id + '"]') : null)
  return [here.getAttribute('aria-label'), here.textContent, label?.textContent].filter(Boolean).join(' ')
}`
const FOCUSED = `(${NAMED})(document.activeElement)`
const STOPS = 'a[href], button, input, select, textarea, [tabindex]'
const OFF = ':disabled, [aria-disabled=true], [data-disabled]'

/** Resolves when a control of this name stands on the page and can be used. */
export const isThere = (page: Page, name: RegExp): Promise<void> => {
  const is = `[...document.querySelectorAll('${STOPS}')].some(
    (one) => !one.matches('${OFF}') && one.checkVisibility() && ${name}.test((${NAMED})(one)))`
  return expect.poll(() => page.evaluate(is), { message: `what can be used and is called ${name}` }).toBe(true)
}

/** Within a grid that moves from cell to cell by Tab, as a spreadsheet does; Escape leaves it. */
const IN_SHEET = `document.activeElement?.matches('[role=grid][tabindex]') ?? false`

/** Tab, until the control of this name has the focus. Who works sees it before they go there. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  await isThere(page, name)
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (name.test(String(await page.evaluate(FOCUSED)))) return
    await page.keyboard.press((await page.evaluate(IN_SHEET)) ? 'Escape' : 'Tab')
  }
  throw new Error(`no Tab stop is called ${name}`)
}

/** Resolves when this has the focus, so that the next key is heard by it. */
export const hasFocus = (page: Page, wanted: Locator): Promise<void> => wanted.and(page.locator(':focus')).waitFor()

/** Tab to the control, and Enter. */
export async function enterOn(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/** Down the list that is open, until this choice is the one that Enter takes, and Enter. */
export async function choose(page: Page, name: string): Promise<void> {
  const option = page.getByRole('option', { name })
  await option.waitFor()
  for (let steps = 0; steps < MOST_STOPS; steps++) {
    if ((await option.getAttribute('data-combobox-selected')) !== null) return page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`the list has no choice ${name} that the arrows reach`)
}

/** Along a group of radios by this key, until this one is the chosen one. */
export async function arrowTo(page: Page, key: 'ArrowDown' | 'ArrowUp', radio: string): Promise<void> {
  const wanted = page.getByRole('radio', { name: radio })
  const chosen = () =>
    page.evaluate('document.activeElement?.matches("input[type=radio]") && document.activeElement.value')
  for (let steps = 0; steps < MOST_STOPS; steps++) {
    if (await wanted.isChecked()) return
    if (typeof (await chosen()) !== 'string') throw new Error(`the focus left the radios before ${radio}`)
    await page.keyboard.press(key)
  }
  throw new Error(`no radio ${radio} that ${key} reaches`)
}

/** The row that has the focus, by its number in the list; null while none has. */
export const focusedRow = (page: Page): Promise<string | null> =>
  page.evaluate("document.activeElement?.closest('[role=row], tr')?.getAttribute('aria-rowindex') ?? null")

/** An arrow along the rows of a list; resolves when the next one has the focus. */
export async function toNextRow(page: Page, key = 'ArrowDown'): Promise<void> {
  const before = await focusedRow(page)
  await page.keyboard.press(key)
  await expect.poll(() => focusedRow(page), { message: `the row after row ${before}` }).not.toBe(before)
}

/** Tab to the field and type over what stands there. */
export async function typeInto(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

/** Counts what a hand at the mouse does, on every page from now on: presses of a button, and moves. */
export async function listenForMouse(page: Page): Promise<() => Promise<{ presses: number; moves: number }>> {
  await page.addInitScript(() => {
    const seen = { presses: 0, moves: 0 }
    Object.assign(window, { mouse: seen })
    window.addEventListener('pointerdown', () => seen.presses++, { capture: true })
    window.addEventListener('pointermove', () => seen.moves++, { capture: true })
  })
  return () => page.evaluate('window.mouse') as Promise<{ presses: number; moves: number }>
}
