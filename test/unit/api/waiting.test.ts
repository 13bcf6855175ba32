import { EventEmitter } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OWNER } from '../../../jobs/api/caller'
import { servePort } from '../../../jobs/api/port'
import type { OfficeEvent } from '../../../jobs/engine/write'
import { serveTestOffice } from '../../support/served-office'

/** Rows with errors: every other one. */
const ROWS = 9000
let office: Awaited<ReturnType<typeof serveTestOffice>>
let id: number

beforeAll(async () => {
  office = await serveTestOffice()
  const checked = new Promise<void>((resolve) => {
    office.office.engine.onEvent(({ type, state }) => type === 'import_changed' && state === 'checked' && resolve())
  })
  const form = new FormData()
  const lines = Array.from({ length: 2 * ROWS }, (_, n) => `P${n},Person ${n},p${n}@example${n % 2 ? '' : '.org'}\n`)
  form.set('kind', 'employees')
  form.set('options', '{}')
  form.set('file', new Blob([`Employee number,Name,Email\n${lines.join('')}`]), 'people.csv')
  const answer = await office.ask('/api/imports', {
    method: 'POST',
    headers: { authorization: `Bearer ${office.server.token}` },
    body: form,
  })
  id = ((await answer.json()) as { import_id: number }).import_id
  await checked
}, 60_000)
afterAll(() => office.stop())

/** What is told of a file under a key. */
function heardOf(key: string): OfficeEvent[] {
  const heard: OfficeEvent[] = []
  office.office.engine.onEvent((event) => {
    if (event.type === 'file_progress' && event.key === key) heard.push(event)
  })
  return heard
}

test.each(['csv', 'xlsx'] as const)(
  'whoever waits for a long error file (%s) hears rows, then parts of the whole',
  async (format) => {
    const heard = heardOf(format)
    const answer = await office.ask(`/api/imports/${id}/errors.${format}`, {
      headers: { authorization: `Bearer ${office.server.token}`, 'x-daybook-waits': format },
    })
    expect(answer.status).toBe(200)
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(10_000)
    expect(heard.some(({ done, total }) => total === 0 && Number(done) >= 2000)).toBe(true)
    expect(heard.some(({ done, total }) => total === ROWS && Number(done) > 0 && Number(done) < ROWS)).toBe(true)
    expect(heard.at(-1)).toMatchObject({ done: ROWS, total: ROWS })
  },
)

test('called off, a file is not made any further', async () => {
  const calledOff = new AbortController()
  const seen: number[] = []
  const waiting = {
    signal: calledOff.signal,
    seen: (done: number) => {
      seen.push(done)
      if (done >= 3000) calledOff.abort()
    },
  }
  const made = office.router.call('imports.errors', { id, format: 'csv' }, { ...OWNER, waiting })
  await expect(made).rejects.toMatchObject({ code: 'api.called_off' })
  expect(seen).toEqual([1000, 2000, 3000])
})

test('a window calls a file off by the number under which it asked', async () => {
  const emitter = new EventEmitter()
  const answers: { id?: number; error?: { code: string } }[] = []
  const answered = new Promise<void>((resolve) => {
    servePort(office.router, {
      on: (name: string, listener: (event: { data: unknown }) => void) => emitter.on(name, listener),
      postMessage(message: { id?: number; event?: OfficeEvent }) {
        if (message.event?.type === 'file_progress') emitter.emit('message', { data: { cancel: 5 } })
        if (message.id !== 5) return
        answers.push(message)
        resolve()
      },
      start() {},
    })
  })
  const heard = heardOf('window')
  emitter.emit('message', { data: { id: 5, method: 'imports.errors', input: { id, format: 'xlsx' }, waits: 'window' } })
  await answered
  expect(answers[0]?.error?.code).toBe('api.called_off')
  expect(heard.every(({ total }) => total === 0)).toBe(true)
})
