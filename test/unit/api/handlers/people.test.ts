import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveTestOffice } from '../../../support/served-office'

let office: Awaited<ReturnType<typeof serveTestOffice>>
beforeAll(async () => {
  office = await serveTestOffice()
  await office.api('PUT', '/api/settings/office', {
    name: 'Office',
    currency: 'EUR',
    zone: 'Europe/Lisbon',
    language: 'en',
  })
})
afterAll(() => office.stop())

test('an employee is added by hand, found, changed and refused in words', async () => {
  const added = await office.api('POST', '/api/employees/', {
    given_name: 'Ana',
    family_name: 'Costa',
    external_ref: '7',
    department: 'Sales',
    hire_date: '2025-03-01',
    base_minor: 100_000,
  })
  expect(added.status).toBe(201)
  const { id } = added.body
  expect(added.body).toMatchObject({
    name: 'Ana Costa',
    department: 'Sales',
    base_minor: 100_000,
    base_from: '2025-03-01',
    email: null,
  })
  expect((await office.api('GET', '/api/employees?q=cos')).body).toMatchObject({
    items: [{ id, external_ref: '7' }],
    next: null,
  })
  const changed = await office.api('PATCH', `/api/employees/${id}`, {
    email: 'ana@example.org',
    base_minor: 120_000,
    from: '2025-04-01',
  })
  expect(changed).toMatchObject({
    status: 200,
    body: { email: 'ana@example.org', base_minor: 120_000, base_from: '2025-04-01' },
  })
  expect((await office.api('GET', `/api/employees/${id}/`)).body).toEqual(changed.body)

  const refused = async (body: unknown) => {
    const answer = await office.api('PATCH', `/api/employees/${id}`, body)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.body.error.message).not.toContain('people.')
    return answer.body.error.code
  }
  expect(await refused({ email: 'a@example.org,b@example.org' })).toBe('email.several')
  expect(await refused({ base_minor: -1, from: '2025-05-01' })).toBe('people.bad_base')
  expect(await refused({ base_minor: 10.5, from: '2025-05-01' })).toBe('people.bad_base')
  expect(await refused({ base_minor: 1 })).toBe('people.base_from_missing')
  expect(await refused({ base_minor: 1, from: '2025-02-30' })).toBe('people.bad_date')
  expect(await refused({})).toBe('people.nothing_to_change')
  await refused({ salary: 5 })
  expect((await office.api('PATCH', '/api/employees/999', { email: null })).status).toBe(404)
  expect((await office.api('GET', `/api/employees/${id}`)).body).toEqual(changed.body)
  const { body } = await office.api('GET', '/api/audit')
  expect(body.items.map(({ action }: { action: string }) => action)).toContain('people.employee_changed')
})

test('the charts of a month without figures are empty, and a month that is none is refused', async () => {
  expect((await office.api('GET', '/api/people/charts?month=2025-01')).body).toEqual({
    month: '2025-01',
    state: 'empty',
    refreshed_at: null,
    task_id: null,
    totals: [],
    departments: [],
    months: [],
  })
  expect((await office.api('GET', '/api/people/charts?month=2025-13')).status).toBe(422)
})

test('the guide’s call of the chart task is taken as it is', async () => {
  const task = 'excel_data.tasks.sync_chart_data_batch_task'
  expect((await office.api('POST', '/api/tasks', { task, args: [1, 2025, 'JAN', 'excel'] })).status).toBe(202)
  const refused = await office.api('POST', '/api/tasks', { task, args: [1, 2025, 'SMARCH', 'excel'] })
  expect([refused.status, refused.body.error.code]).toEqual([422, 'people.unknown_month'])
})
