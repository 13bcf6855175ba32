import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { contract, methodOf } from '../../../jobs/api/contract'
import { FileAnswer } from '../../../jobs/api/method'
import { pathOf } from '../../../jobs/api/over-http'
import { relayPort } from '../../../jobs/api/relay'
import type { OfficeEvent } from '../../../jobs/engine/write'
import { cuttable } from '../../support/cut-proxy'
import { serveTestOffice } from '../../support/served-office'

test('a file’s own path takes what stands in it, and the rest becomes its query', () => {
  expect(pathOf('imports.errors', { id: 7, format: 'csv' })).toBe('/api/imports/7/errors.csv')
  expect(pathOf('imports.template', { kind: 'a/b', format: 'xlsx' })).toBe('/api/imports/templates/a%2Fb.xlsx')
  expect(pathOf('imports.errors', { id: 7, format: 'csv', part: 'x&y' })).toBe('/api/imports/7/errors.csv?part=x%26y')
})

test('every method that answers with a file has a path to fetch it from', () => {
  const files = Object.keys(contract).filter((name) => methodOf(name)?.output === FileAnswer)
  expect(files.length).toBeGreaterThan(3)
  for (const name of files) expect([name, pathOf(name, {})]).toEqual([name, expect.stringMatching(/^\/api\//)])
})

test('a window of the desktop hears again after its stream was cut, and is told to ask for what it missed', async () => {
  const office = await serveTestOffice()
  const way = await cuttable(office.server.address)
  const heard: string[] = []
  const port = new EventEmitter()
  await relayPort(
    { address: way.address, token: office.server.token, pid: process.pid },
    {
      on: (name: string, listener: (event: { data: unknown }) => void) => port.on(name, listener),
      postMessage: (message) => heard.push((message as { event: OfficeEvent }).event.type),
      start() {},
    },
  )
  await expect.poll(() => heard).toEqual(['connected'])
  way.cut('/api/events')
  await expect.poll(() => heard).toEqual(['connected', 'connected'])
  await office.api('PUT', '/api/settings/office', { address: 'Rua Augusta 3' })
  await expect.poll(() => heard).toContain('setting_changed')
  port.emit('close')
  way.close()
  await office.stop()
})
