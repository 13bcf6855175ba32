import { expect, test } from 'vitest'
import { hasTray } from '../../../electron/tray-host'

test('Windows and macOS always have a tray', async () => {
  expect(await hasTray('win32')).toBe(true)
  expect(await hasTray('darwin')).toBe(true)
})

test('a Linux session without a bus has none', async () => {
  process.env.DBUS_SESSION_BUS_ADDRESS = 'unix:path=/nonexistent'
  expect(await hasTray('linux')).toBe(false)
})

test('where no tool can ask the bus there is none either', async () => {
  const path = process.env.PATH
  process.env.PATH = '/nonexistent'
  expect(await hasTray('linux')).toBe(false)
  process.env.PATH = path
})
