import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Client, connect } from '../../../renderer/app/client'

/** The browser's own stream: what it opens, and the end it comes to by itself. */
class Stream {
  static readonly CLOSED = 2
  static opened: Stream[] = []
  readyState = 0
  onerror?: () => void
  onopen?: () => void
  constructor(readonly address: string) {
    Stream.opened.push(this)
  }
  close() {}
  refuse() {
    this.readyState = Stream.CLOSED
    this.onerror?.()
  }
  breakOff() {
    this.readyState = 0
    this.onerror?.()
  }
}

const heard: unknown[] = []
let client: Client
let stop: () => void

beforeEach(async () => {
  Stream.opened = []
  heard.length = 0
  vi.stubGlobal('window', { location: { protocol: 'http:', hash: '' } })
  vi.stubGlobal('EventSource', Stream)
  vi.stubGlobal('fetch', async () => Response.json({}))
  client = await connect()
  stop = client.onEvent((event) => heard.push(event))
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

const last = () => Stream.opened.at(-1) as Stream

test('a refused stream is opened again by the next answer, and what was missed is asked for', async () => {
  last().refuse()
  expect(Stream.opened.length).toBe(1)
  await client.call('system.about', {})
  expect(Stream.opened.length).toBe(2)
  last().onopen?.()
  expect(heard).toEqual([{ type: 'connected' }])
  await client.call('system.about', {})
  expect(Stream.opened.length).toBe(2)
})

test('an answer that came before the refusal was known counts, once', async () => {
  await client.call('system.about', {})
  last().refuse()
  expect(Stream.opened.length).toBe(2)
  last().refuse()
  last().refuse()
  expect(Stream.opened.length).toBe(2)
})

test('a stream that only broke off is left to the browser, one that is not listened to any more stays closed', async () => {
  await client.call('system.about', {})
  last().breakOff()
  expect(Stream.opened.length).toBe(1)
  last().refuse()
  last().refuse()
  stop()
  await client.call('system.about', {})
  expect(Stream.opened.length).toBe(2)
})
