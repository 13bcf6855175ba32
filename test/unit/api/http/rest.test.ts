import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveTestOffice } from '../../../support/served-office'

let office: Awaited<ReturnType<typeof serveTestOffice>>
beforeAll(async () => {
  office = await serveTestOffice()
})
afterAll(() => office.stop())

test('a trailing slash is optional', async () => {
  expect((await office.api('GET', '/api/health')).status).toBe(200)
  expect((await office.api('GET', '/api/celery/health/')).body.status).toBe('healthy')
  expect((await office.api('GET', '/api/tasks/')).status).toBe(200)
})

test('a task is taken, runs and is shown with its attempts', async () => {
  const taken = await office.api('POST', '/api/tasks', { task: 'test.echo', args: { word: 'Zoë' }, unique_key: 'k1' })
  expect(taken.status).toBe(202)
  expect(taken.body).toEqual({ task_id: expect.stringMatching(/^\d+$/), state: 'PENDING', deduplicated: false })
  await office.office.engine.finished(Number(taken.body.task_id))
  const shown = (await office.api('GET', `/api/tasks/${taken.body.task_id}/`)).body
  expect(shown).toMatchObject({ state: 'SUCCESS', ready: true, successful: true, result: { word: 'Zoë' }, error: null })
  expect(shown.attempts).toHaveLength(1)
})

test('a list of arguments is taken by position', async () => {
  const taken = await office.api('POST', '/api/tasks', { task: 'test.sleep', args: [1] })
  await office.office.engine.finished(Number(taken.body.task_id))
  expect((await office.api('GET', `/api/tasks/${taken.body.task_id}`)).body.args).toEqual({ ms: 1 })
  const many = await office.api('POST', '/api/tasks', { task: 'test.sleep', args: [1, 2] })
  expect(many.status).toBe(422)
  expect(many.body.error.code).toBe('tasks.too_many_args')
})

test('what fails says why and what to do', async () => {
  const taken = await office.api('POST', '/api/tasks', { task: 'test.crash' })
  await office.office.engine.finished(Number(taken.body.task_id))
  const { state, error, successful, attempts } = (await office.api('GET', `/api/tasks/${taken.body.task_id}`)).body
  expect([state, successful, attempts.length]).toEqual(['FAILURE', false, 3])
  expect(error.message.length).toBeGreaterThan(10)
  expect(error.fix.length).toBeGreaterThan(3)
  const failed = (await office.api('GET', '/api/tasks?state=FAILURE&limit=1')).body
  expect(failed.items[0].task_id).toBe(taken.body.task_id)
})

test.each([
  [{ task: 'test.nop' }, 404, 'tasks.unknown_task', 'test.noop'],
  [{ task: 'test.noop', queue: 'user' }, 422, 'tasks.unknown_queue', 'users'],
  [{ task: 'test.noop', eta: '2001-01-01T00:00:00Z' }, 422, 'tasks.eta_in_past', '2001'],
  [{ task: 'test.noop', eta: 'tomorrow' }, 422, 'api.invalid_input', 'eta'],
  [{ task: 'test.noop', eta: '2999-01-01T00:00:00Z', countdown: 5 }, 422, 'tasks.eta_and_countdown', 'countdown'],
  [{ task: 'test.noop', countdown: -1 }, 422, 'api.invalid_input', 'countdown'],
  [{ task: 'test.noop', priority: 'high' }, 422, 'api.invalid_input', 'priority'],
  [{ task: 'test.noop', arguments: {} }, 422, 'api.invalid_input', 'arguments'],
  [{ task: 'test.noop', args: 'x' }, 422, 'api.invalid_input', 'args'],
  [{ task: 'test.sleep', args: { ms: 'long' } }, 422, 'engine.bad_arguments', 'ms'],
  [{ args: {} }, 422, 'api.invalid_input', 'task'],
  [[], 400, 'api.malformed', 'object'],
])('%j is refused with %i in words', async (body, status, code, named) => {
  const answer = await office.api('POST', '/api/tasks', body)
  expect([answer.status, answer.body.error.code]).toEqual([status, code])
  expect(answer.body.error.message).toContain(named)
})

test('what cannot be read is refused: half JSON, forms, keys of the prototype, too much', async () => {
  const send = async (body: string, type = 'application/json') => {
    const answer = await office.ask('/api/tasks', {
      method: 'POST',
      headers: { authorization: `Bearer ${office.server.token}`, 'content-type': type },
      body,
    })
    return [answer.status, (await answer.json()).error.code]
  }
  expect(await send('{"task": ')).toEqual([400, 'api.malformed'])
  expect(await send('task=test.noop', 'application/x-www-form-urlencoded')).toEqual([415, 'api.media_type'])
  expect(await send('{"task":"test.noop"}', 'text/plain')).toEqual([415, 'api.media_type'])
  expect(await send('{"task":"test.noop","args":{"__proto__":{"a":1}}}')).toEqual([400, 'api.malformed'])
  expect(await send('{"task":"test.noop","args":{"constructor":{"prototype":{}}}}')).toEqual([400, 'api.malformed'])
  expect(await send(`{"task":"test.echo","args":{"a":"${'x'.repeat(10_000_000)}"}}`)).toEqual([413, 'api.too_large'])
  const big = await send(`{"task":"test.echo","args":{"a":"${'x'.repeat(1_500_000)}"}}`)
  expect(big).toEqual([413, 'engine.arguments_too_large'])
  expect(({} as { a?: number }).a).toBeUndefined()
})

test('unknown paths, methods and tasks are refused in words', async () => {
  const path = await office.api('GET', '/api/taks')
  expect([path.status, path.body.error.code]).toEqual([404, 'api.unknown_path'])
  const method = await office.api('POST', '/api/rpc/tasks.lst', {})
  expect(method.body.error.message).toBe('There is no method “tasks.lst”. Did you mean “tasks.list”?')
  expect((await office.api('POST', '/api/rpc/__proto__', {})).status).toBe(404)
  expect((await office.api('POST', '/api/rpc/constructor', {})).status).toBe(404)
  expect((await office.api('GET', '/api/tasks/999999999')).status).toBe(404)
  expect((await office.api('GET', '/api/tasks/seven')).status).toBe(422)
  expect((await office.api('DELETE', '/api/tasks/1')).status).toBe(404)
})

test.each([
  ['POST', '/invoices/generate?period=2026-01'],
  ['GET', '/tasks/1'],
])('what is promised and not built is refused by name: %s %s', async (verb, path) => {
  const { status, body } = await office.api(verb, path)
  expect([status, body.error.code]).toEqual([501, 'not_built'])
  expect(body.error.message).toMatch(/is not built yet\.$/)
})

test('an upload is refused in words where it has no file, no multipart or a name that is a path', async () => {
  const upload = async (form: FormData) => {
    const answer = await office.ask('/api/imports', {
      method: 'POST',
      headers: { authorization: `Bearer ${office.server.token}` },
      body: form,
    })
    return { status: answer.status, body: await answer.json() }
  }
  const bare = new FormData()
  bare.set('kind', 'salaries')
  expect((await upload(bare)).body.error.code).toBe('api.file_missing')
  expect((await office.api('POST', '/api/imports', { kind: 'salaries' })).status).toBe(415)
  const twice = new FormData()
  twice.set('file', new Blob(['a']), 'a.csv')
  twice.set('other', new Blob(['b']), 'b.csv')
  expect((await upload(twice)).status).toBeLessThan(500)
})

test('multipart fields come in any order, and the name of a file never becomes a path', async () => {
  const ids: number[] = []
  for (const order of [
    ['file', 'kind', 'options'],
    ['options', 'kind', 'file'],
  ]) {
    const form = new FormData()
    for (const name of order) {
      if (name === 'file') form.set('file', new Blob(['Name,Email\nAna,ana@example.org\n']), '../../etc/people.csv')
      else form.set(name, name === 'kind' ? 'employees' : '{}')
    }
    const answer = await office.ask('/api/imports/', {
      method: 'POST',
      headers: { authorization: `Token ${office.server.token}` },
      body: form,
    })
    expect(answer.status).toBe(202)
    ids.push((await answer.json()).import_id)
  }
  const shown = (await office.api('GET', `/api/imports/${ids[0]}`)).body
  expect(shown.file_name).toBe('people.csv')
})

test('events tell what changes while somebody listens', async () => {
  const ending = new AbortController()
  const headers = { authorization: `Bearer ${office.server.token}` }
  const stream = await office.ask('/api/events', { headers, signal: ending.signal })
  expect(stream.headers.get('content-type')).toContain('text/event-stream')
  const reader = stream.body?.getReader()
  await office.api('POST', '/api/tasks', { task: 'test.noop' })
  let text = ''
  while (!text.includes('data: ')) text += new TextDecoder().decode((await reader?.read())?.value)
  ending.abort()
  expect(JSON.parse(/data: (.*)/.exec(text)?.[1] ?? '')).toHaveProperty('type')
})

test('the OpenAPI document lists every path with its parameters and answers', async () => {
  const { openapi, paths, components } = (await office.api('GET', '/api/openapi.json')).body
  expect(openapi).toBe('3.1.0')
  expect(components.schemas.Error.required).toEqual(['error'])
  expect(paths['/api/tasks/{id}'].get.parameters).toEqual([
    { name: 'id', in: 'path', required: true, schema: expect.objectContaining({ type: 'integer' }) },
  ])
  expect(Object.keys(paths['/api/tasks'].post.requestBody.content['application/json'].schema.properties)).toContain(
    'eta',
  )
  expect(paths['/api/tasks'].post.responses['202']).toBeDefined()
  for (const [path, verbs] of Object.entries<Record<string, { operationId: string; responses: object }>>(paths)) {
    for (const operation of Object.values(verbs)) {
      expect(operation.operationId.length).toBeGreaterThan(0)
      expect(Object.keys(operation.responses)).toContain('default')
    }
    expect(path).toMatch(/^\/[\w./{}-]+$/)
  }
  const ids = Object.values<Record<string, { operationId: string }>>(paths).flatMap((verbs) =>
    Object.values(verbs).map((one) => one.operationId),
  )
  expect(new Set(ids).size).toBe(ids.length)
})

test('the clock moves in test mode, and the office reads time through it', async () => {
  const { body } = await office.api('POST', '/api/test/clock', { now: '2030-06-01T12:00:00Z' })
  expect(body.now.slice(0, 16)).toBe('2030-06-01T12:00')
  expect((await office.api('POST', '/api/test/sleep', { seconds: 3600 })).body.now.slice(0, 13)).toBe('2030-06-01T13')
  expect((await office.api('GET', '/api/about')).body.now.slice(0, 13)).toBe('2030-06-01T13')
  expect((await office.api('POST', '/api/test/clock', {})).status).toBe(422)
  expect((await office.api('POST', '/api/test/fault', { point: 'nowhere', action: 'kill' })).status).toBe(422)
  const effect = await office.api('POST', '/api/tasks', { task: 'test.effect', args: { key: 'e1' } })
  await office.office.engine.finished(Number(effect.body.task_id))
  expect((await office.api('GET', '/api/test/effects')).body).toEqual({ items: [{ key: 'e1' }] })
})
