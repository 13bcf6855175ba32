import { expect, test } from 'vitest'
import { isExternal, isOwnPage, isReload, isTrusted } from '../../../electron/origin'

const own = { url: 'app://daybook/#/today', parent: null }

test('the main frame of our own page is heard', () => {
  expect(isTrusted(own, own)).toBe(true)
})

test.each([
  'app://daybook.evil/',
  'app://daybook@evil/',
  'app://evil/',
  'app://daybook:8080/',
  'https://daybook/',
  'http://daybook/',
  'file:///app/daybook/index.html',
  'data:text/html,app://daybook/',
  'about:blank',
  '',
])('a main frame at %s is not', (url) => {
  const frame = { url, parent: null }
  expect(isTrusted(frame, frame)).toBe(false)
})

test('neither a subframe, nor another window’s frame, nor a frame that has gone is heard', () => {
  const sub = { url: 'app://daybook/', parent: own }
  expect(isTrusted(sub, own)).toBe(false)
  expect(isTrusted(sub, sub)).toBe(false)
  expect(isTrusted({ ...own }, own)).toBe(false)
  expect(isTrusted(null, own)).toBe(false)
  expect(isTrusted(undefined, undefined)).toBe(false)
  expect(isTrusted(null, null)).toBe(false)
})

test.each([
  ['https://example.org/', true],
  ['mailto:office@example.org', true],
  ['http://example.org/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['smb://server/share', false],
  ['ms-msdt:/id', false],
  ['vscode://file/x', false],
  ['app://daybook/', false],
  ['https//broken', false],
])('whether the system opens %s: %s', (url, opened) => {
  expect(isExternal(url)).toBe(opened)
})

test('the origin is compared as one, not as the beginning of a text', () => {
  expect(isOwnPage('app://daybook/assets/page.js')).toBe(true)
  expect(isOwnPage('APP://daybook/')).toBe(true)
  expect(isOwnPage('app://daybookx/')).toBe(false)
  expect(isOwnPage('app://user:pass@daybook/')).toBe(false)
})

test('only a reload of the page itself leads anywhere', () => {
  expect(isReload('app://daybook/#/tasks', 'app://daybook/')).toBe(true)
  expect(isReload('app://daybook/', 'app://daybook/assets/x.js')).toBe(false)
  expect(isReload('app://daybook/', 'https://example.org/')).toBe(false)
  expect(isReload('about:blank', 'about:blank')).toBe(false)
  expect(isReload('app://daybook/', 'file:///home/office/salaries.csv')).toBe(false)
})
