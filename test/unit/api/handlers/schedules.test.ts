import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveTestOffice } from '../../../support/served-office'

let office: Awaited<ReturnType<typeof serveTestOffice>>
beforeAll(async () => {
  office = await serveTestOffice()
  await office.api('PUT', '/api/settings/office', { zone: 'Europe/Lisbon' })
  await office.api('POST', '/api/test/clock', { now: '2026-07-01T09:00:00Z' })
})
afterAll(() => office.stop())

const create = (body: object) => office.api('POST', '/api/schedules/', body)
const lastAudit = async () => {
  const { items } = (await office.api('GET', '/api/audit?after=0')).body
  return items[items.length - 1]
}

describe('POST /api/schedules/', () => {
  it('answers 201 with the id, the sentence and the next five instants', async () => {
    const { status, body } = await create({ name: 'Echo', task: 'test.echo', args: { a: 1 }, cron: '0 2 * * 1-5' })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      id: expect.any(Number),
      name: 'Echo',
      cron: '0 2 * * 1-5',
      every_minutes: null,
      once_at: null,
      zone: office.office.engine.zone(),
      misfire: 'latest',
      overlap: 'skip',
      working_day: 'unchanged',
      jitter_s: 0,
      expires_s: null,
      enabled: true,
      resting: null,
      sentence: 'At 02:00, Monday through Friday',
      occurrences: [],
    })
    expect(body.next).toHaveLength(5)
    expect(body.next[0]).toBe(body.next_due_at)
    expect(await lastAudit()).toMatchObject({ action: 'schedule.added', entity: `schedule:${body.id}` })
  })

  it('names a nameless one after its task', async () => {
    const first = await create({ task: 'test.noop', every_minutes: 10 })
    const second = await create({ task: 'test.noop', every_minutes: 10 })
    expect([first.body.name, second.body.name]).toEqual(['test.noop', 'test.noop (2)'])
  })

  it.each([
    ['a cron that cannot be read', { cron: '0 25 * * *' }, 422, 'schedule.cron_field'],
    ['seconds', { cron: '0 0 2 * * *' }, 422, 'schedule.cron_seconds'],
    ['30 February', { cron: '0 2 30 2 *' }, 422, 'schedule.cron_never_fires'],
    ['two rules', { cron: '0 2 * * *', every_minutes: 5 }, 422, 'schedule.one_rule'],
    ['no rule', {}, 422, 'schedule.one_rule'],
    ['a zone that is none', { cron: '0 2 * * *', zone: 'Europe/Atlantis' }, 422, 'schedule.unknown_zone'],
    ['an instant that has passed', { once_at: '2020-01-01T00:00:00Z' }, 422, 'schedule.once_in_past'],
    ['no missed one to run', { cron: '0 2 * * *', misfire: 'all', misfire_most: 0 }, 422, 'schedule.misfire_most'],
    [
      'a working-day rule without days',
      { every_minutes: 5, working_day: 'before' },
      422,
      'schedule.working_day_needs_cron',
    ],
    ['an expiry before its start', { cron: '0 2 * * *', expires_s: -5 }, 422, 'schedule.expires_before_start'],
    ['a name that is taken', { name: 'Echo', cron: '0 2 * * *' }, 409, 'schedule.name_taken'],
    ['a field that is none', { cron: '0 2 * * *', crom: 1 }, undefined, 'api.invalid_input'],
  ])('refuses %s in words', async (_what, body, status, code) => {
    const refused = await create({ name: 'New', task: 'test.noop', ...body })
    if (status !== undefined) expect(refused.status).toBe(status)
    expect(refused.body.error.code).toBe(code)
    expect(refused.body.error.message).not.toMatch(/[{}]|–/)
    expect(refused.body.error.fix.length).toBeGreaterThan(5)
  })

  it('checks task and arguments against the engine', async () => {
    expect((await create({ task: 'test.nop', cron: '0 2 * * *' })).body.error.code).toBe('tasks.unknown_task')
    const refused = await create({ task: 'test.sleep', args: { ms: 'long' }, cron: '0 2 * * *' })
    expect(refused.body.error).toMatchObject({ code: 'engine.bad_arguments' })
  })

  it('keeps a task of a module under the module’s switch, by its own name', async () => {
    const { body } = await create({ name: 'Locks', task: 'payroll.cleanup_old_payroll_locks', cron: '0 * * * *' })
    expect(body).toMatchObject({ module: 'payroll', enabled: true })
    const modules = (await office.api('GET', '/api/settings/modules')).body
    await office.api('PUT', '/api/settings/modules', { ...modules, payroll: false })
    const resting = (await office.api('GET', `/api/schedules/${body.id}`)).body
    expect(resting).toMatchObject({
      enabled: false,
      next: [],
      next_due_at: null,
      resting: { code: 'schedule.module_off' },
    })
    const run = await office.api('POST', `/api/schedules/${body.id}/run`)
    expect([run.status, run.body.error.code]).toEqual([409, 'schedule.module_off'])
    await office.api('PUT', '/api/settings/modules', { ...modules, payroll: true })
  })
})

describe('a schedule’s own path', () => {
  it('shows, changes, pauses, runs and deletes it, each with its entry in the audit chain', async () => {
    const { id } = (await create({ name: 'Own', task: 'test.noop', cron: '0 2 * * *', args: {} })).body
    const changed = await office.api('PATCH', `/api/schedules/${id}/`, { every_minutes: 90 })
    expect(changed.body).toMatchObject({
      cron: null,
      every_minutes: 90,
      sentence: expect.stringContaining('Every 90 minutes'),
    })
    expect(await lastAudit()).toMatchObject({ action: 'schedule.changed', entity: `schedule:${id}` })

    const paused = await office.api('PATCH', `/api/schedules/${id}`, { enabled: false })
    expect(paused.body).toMatchObject({ enabled: false, next: [], resting: { code: 'schedule.paused' } })
    expect((await office.api('PATCH', `/api/schedules/${id}`, { enabled: true })).body).toMatchObject({
      enabled: true,
      resting: null,
    })

    const run = await office.api('POST', `/api/schedules/${id}/run`)
    expect(run.status).toBe(202)
    expect(await lastAudit()).toMatchObject({ action: 'schedule.run_by_hand' })
    const shown = await office.api('GET', `/api/schedules/${id}/`)
    expect(shown.body.occurrences).toEqual([
      {
        due_at: run.body.due_at,
        state: 'by_hand',
        reason: null,
        task_id: run.body.task_id,
        task_state: expect.stringMatching(/^(PENDING|STARTED|SUCCESS)$/),
        late_s: 0,
      },
    ])
    expect((await office.api('GET', `/api/tasks/${run.body.task_id}`)).body).toMatchObject({ task: 'test.noop' })

    expect((await office.api('DELETE', `/api/schedules/${id}`)).body).toEqual({ id, deleted: true })
    expect(await lastAudit()).toMatchObject({ action: 'schedule.deleted', entity: `schedule:${id}` })
    const gone = await office.api('GET', `/api/schedules/${id}`)
    expect([gone.status, gone.body.error.code]).toEqual([404, 'schedule.not_found'])
  })

  it('keeps arguments apart in the audit chain, where they can be erased', async () => {
    const { id } = (
      await create({ name: 'Private', task: 'test.echo', args: { to: 'ana@example.org' }, cron: '0 2 * * *' })
    ).body
    const row = office.office.db
      .prepare("select payload, payload_hash from audit where entity = ? and action = 'schedule.added'")
      .get(`schedule:${id}`) as { payload: string; payload_hash: string | null }
    expect(row.payload).not.toContain('ana@example.org')
    expect(row.payload_hash).not.toBeNull()
  })
})

describe('GET /api/schedules', () => {
  it('pages through all of them', async () => {
    const all = (await office.api('GET', '/api/schedules/')).body
    expect(all.next).toBeNull()
    const ids: number[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { items, next }: { items: { id: number }[]; next: string | null } = (
        await office.api('GET', `/api/schedules?limit=2${cursor ? `&cursor=${cursor}` : ''}`)
      ).body
      ids.push(...items.map((item) => item.id))
      cursor = next
    }
    expect(ids).toEqual(all.items.map((item: { id: number }) => item.id))
    expect(ids.length).toBeGreaterThan(3)
  })
})

describe('GET /api/schedules/preview', () => {
  it('is no schedule called “preview”', async () => {
    const query = new URLSearchParams({
      cron: '30 1 * * *',
      zone: 'Europe/Lisbon',
      from: '2026-03-28T12:00:00Z',
      n: '2',
    })
    const { status, body } = await office.api('GET', `/api/schedules/preview?${query}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      sentence: 'At 01:30',
      zone: 'Europe/Lisbon',
      next: ['2026-03-29T01:00:00.000Z', '2026-03-30T00:30:00.000Z'],
      next_local: ['2026-03-29 02:00 Europe/Lisbon', '2026-03-30 01:30 Europe/Lisbon'],
      warnings: [{ code: 'schedule.warning_moved' }],
    })
  })

  it('counts from the office’s clock, five of them in its zone, where nothing is said', async () => {
    const { body } = await office.api('GET', `/api/schedules/preview?cron=${encodeURIComponent('@daily')}`)
    expect(body.next).toHaveLength(5)
    expect(Date.parse(body.next[0])).toBeGreaterThan(office.office.clock.now())
  })

  it('refuses what cannot be read', async () => {
    const { body } = await office.api('GET', `/api/schedules/preview?cron=${encodeURIComponent('* * *')}`)
    expect(body.error).toMatchObject({ code: 'schedule.cron_fields', message: expect.stringContaining('has 3 fields') })
  })
})
