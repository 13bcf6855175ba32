import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { overPort } from '../../../renderer/app/over-port'

/** The page's own window, as far as the port needs it. */
let page: EventTarget
beforeEach(() => {
  page = new EventTarget()
  vi.stubGlobal('window', page)
})
afterEach(() => vi.unstubAllGlobals())

/** What the shell does when an office is there: one end of a channel goes to the page, the other to the office. */
function sendPort(): MessagePort {
  const { port1, port2 } = new MessageChannel()
  page.dispatchEvent(Object.assign(new Event('message'), { source: page, data: 'office-port', ports: [port1] }))
  return port2
}

test('who begins to listen is told to ask: what happened since the first questions was told to nobody', async () => {
  const connecting = overPort()
  const office = sendPort()
  const client = await connecting
  office.onmessage = ({ data }) => office.postMessage({ id: data.id, output: {} })
  office.postMessage({ event: { type: 'run_changed', id: 1 } }) // the page is still being drawn
  await client.call('system.about', {}) // its answer comes after the event
  const heard: string[] = []
  const stop = client.onEvent(({ type }) => heard.push(type))
  expect(heard).toEqual(['connected'])
  office.postMessage({ event: { type: 'run_changed', id: 1 } })
  await expect.poll(() => heard).toEqual(['connected', 'run_changed'])
  stop()
  office.close()
})
