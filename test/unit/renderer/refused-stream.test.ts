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
  vi.useFakeTimers()
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
  vi.useRealTimers()
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

test('where nothing is asked a refused stream is tried again, at once at first and then twice a minute', () => {
  last().refuse()
  const opened = (ms: number) => {
    vi.advanceTimersByTime(ms)
    return Stream.opened.length
  }
  expect([opened(999), opened(1)]).toEqual([1, 2])
  last().refuse()
  expect([opened(1_999), opened(1)]).toEqual([2, 3])
  for (let times = 0; times < 4; times++) {
    last().refuse()
    opened(30_000)
  }
  last().refuse()
  expect([opened(29_999), opened(1)]).toEqual([7, 8])
  last().onopen?.()
  last().refuse()
  expect(opened(1_000)).toBe(9)
})

test('a stream that only broke off is left to the browser, one that is not listened to any more stays closed', async () => {
  last().breakOff()
  vi.advanceTimersByTime(60_000)
  expect(Stream.opened.length).toBe(1)
  last().refuse()
  stop()
  vi.advanceTimersByTime(60_000)
  await client.call('system.about', {})
  expect(Stream.opened.length).toBe(1)
})
