import { EventEmitter } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditAfter } from '../../../db/queries/shared/audit'
import { tryRow } from '../../../db/queries/shared/users'
import { contract, methodOf } from '../../../jobs/api/contract'
import { ROLES, type Role } from '../../../jobs/api/method'
import { servePort } from '../../../jobs/api/port'
import { mayCall } from '../../../jobs/values/roles'
import { instant } from '../../../jobs/values/time'
import { serveTestOffice } from '../../support/served-office'
import { openWindow, PASSPHRASES, type Window } from '../../support/window'

let office: Awaited<ReturnType<typeof serveTestOffice>>
const windows: Partial<Record<Role, Window>> = {}
const windowOf = (role: Role): Window => windows[role] as Window
const ids: Record<Role, number> = { owner: 1, manager: 2, clerk: 3, viewer: 4 }

/** An office of four people, each with a window of their own, unlocked. */
beforeAll(async () => {
  office = await serveTestOffice()
  const alone = await openWindow(office)
  expect(await alone.ask('session.current')).toMatchObject({
    status: 200,
    body: { locked: false, user: { id: 1, role: 'owner' }, can_lock: false, locks_in_seconds: null },
  })
  expect(
    (await alone.ask('users.add', { name: 'Mara', role: 'manager', passphrase: PASSPHRASES.manager })).body,
  ).toEqual({ error: expect.objectContaining({ code: 'user.own_passphrase_first' }) })
  await alone.ask('users.set_passphrase', { id: 1, passphrase: PASSPHRASES.owner })
  for (const [name, role] of [
    ['Mara', 'manager'],
    ['Carlos', 'clerk'],
    ['Vera', 'viewer'],
  ] as const) {
    const { status, body } = await alone.ask('users.add', { name, role, passphrase: PASSPHRASES[role] })
    expect([status, body.id, body.role]).toEqual([200, ids[role], role])
  }
  windows.owner = alone
  for (const role of ['manager', 'clerk', 'viewer'] as const) {
    const window = await openWindow(office)
    expect((await window.ask('session.unlock', { user: ids[role], passphrase: PASSPHRASES[role] })).status).toBe(200)
    windows[role] = window
  }
})
afterAll(() => office.stop())

test('whoever adds the second user goes on working; a window opened from then on is locked', async () => {
  expect((await windowOf('owner').ask('users.list')).body.items).toHaveLength(4)
  const later = await openWindow(office)
  const { body } = await later.ask('session.current')
  expect(body).toMatchObject({ locked: true, user: null, can_lock: true, locks_in_seconds: null })
  expect(body.users).toEqual([
    { id: 1, name: 'Owner' },
    { id: 2, name: 'Mara' },
    { id: 3, name: 'Carlos' },
    { id: 4, name: 'Vera' },
  ])
})

const OPEN = ['session.current', 'session.unlock', 'session.lock']

test('a locked window is told nothing, whatever it asks', async () => {
  const locked = await openWindow(office)
  for (const name of Object.keys(contract)) {
    if (OPEN.includes(name)) continue
    const { status, body } = await locked.ask(name, { nonsense: true })
    expect([name, status, body.error.code]).toEqual([name, 401, 'session.locked'])
    expect(body.error.message).toBe('This window is locked.')
  }
  for (const path of ['/api/tasks', '/api/health/', '/api/employees', '/api/payroll/periods/']) {
    expect([path, (await locked.get(path)).status]).toEqual([path, 401])
  }
  const upload = await locked.upload('/api/imports')
  expect([upload.status, upload.body.error.code]).toEqual([401, 'session.locked'])
})

const METHODS = Object.keys(contract).filter((name) => !name.startsWith('session.'))

test.each(ROLES)('the window of the %s may call what the contract gives that role, and nothing else', async (role) => {
  for (const name of METHODS) {
    const needed = methodOf(name)?.role ?? 'owner'
    // Nonsense on purpose: a call that is allowed is refused for its input, one that is not before anybody looks at it.
    const { body } = await windowOf(role).ask(name, { nonsense: true })
    const isForbidden = body?.error?.code === 'api.forbidden'
    expect([name, isForbidden]).toEqual([name, !mayCall(role, needed)])
    if (isForbidden) expect(body.error.message).toBe(`The role ${role} may not do this; it takes ${needed}.`)
  }
})

test('a viewer’s upload is refused before a byte of it is kept', async () => {
  const { status, body } = await windowOf('viewer').upload('/api/imports')
  expect([status, body.error.code]).toEqual([403, 'api.forbidden'])
})

test('what a window does stands under its user in the audit', async () => {
  await windowOf('manager').ask('office.write_setting', { setting: 'office', address: 'Rua do Ouro 1' })
  const last = auditAfter(office.office.db, 0, 1000).at(-1)
  expect([last?.actor, last?.action]).toEqual(['user:2', 'office.setting_changed'])
})

test('a role that is taken away counts from the next call on, and a disabled user is out', async () => {
  const change = (patch: object) => windowOf('owner').ask('users.change', { id: ids.clerk, ...patch })
  expect((await windowOf('clerk').ask('outbox.list')).status).toBe(200)
  await change({ role: 'viewer' })
  expect((await windowOf('clerk').ask('outbox.list')).status).toBe(403)
  await change({ role: 'clerk', disabled: true })
  expect((await windowOf('clerk').ask('outbox.list')).body.error.code).toBe('session.locked')
  const unlock = () => windowOf('clerk').ask('session.unlock', { user: ids.clerk, passphrase: PASSPHRASES.clerk })
  expect((await unlock()).body.error.code).toBe('user.disabled')
  expect((await windowOf('clerk').ask('session.current')).body.users.map((one: { id: number }) => one.id)).toEqual([
    1, 2, 4,
  ])
  await change({ disabled: false })
  expect((await unlock()).status).toBe(200)
})

test('the token goes on acting as the owner, and has no session to lock', async () => {
  const { status, body } = await office.api('POST', '/api/rpc/session.current', {})
  expect([status, body.locked, body.user]).toEqual([200, false, { id: 1, name: 'owner', role: 'owner' }])
  expect((await office.api('GET', '/api/users')).body.items).toHaveLength(4)
  expect((await office.api('POST', '/api/rpc/session.lock', {})).body.error.code).toBe('session.none')
})

test('one’s own passphrase takes the present one; an owner sets anybody’s; the other windows lock', {
  timeout: 60_000,
}, async () => {
  const set = (window: Window, input: object) => window.ask('users.set_passphrase', input)
  const viewer = windowOf('viewer')
  expect((await set(viewer, { id: 1, passphrase: 'mine from now' })).body.error.code).toBe('api.forbidden')
  expect((await set(viewer, { id: 4, passphrase: 'another horse' })).body.error.code).toBe(
    'user.current_passphrase_needed',
  )
  const wrong = await set(viewer, { id: 4, passphrase: 'another horse', current: 'not this one' })
  expect(wrong.body.error.code).toBe('user.wrong_current_passphrase')
  expect(JSON.stringify(wrong.body)).not.toMatch(/another horse|not this one/)
  const stream = await viewer.listen() // the page hears of the change it makes
  const second = await openWindow(office)
  await second.ask('session.unlock', { user: 4, passphrase: PASSPHRASES.viewer })
  expect((await set(viewer, { id: 4, passphrase: 'another horse', current: PASSPHRASES.viewer })).status).toBe(200)
  expect((await viewer.ask('tasks.list')).status).toBe(200)
  await stream.until('user_changed')
  await stream.close()
  expect((await second.ask('tasks.list')).body.error.code).toBe('session.locked')

  expect((await set(windowOf('owner'), { id: 4, passphrase: PASSPHRASES.viewer })).status).toBe(200)
  expect((await viewer.ask('tasks.list')).body.error.code).toBe('session.locked')
  expect((await viewer.ask('session.unlock', { user: 4, passphrase: PASSPHRASES.viewer })).status).toBe(200)
  const short = await set(viewer, { id: 4, passphrase: 'shortpass', current: PASSPHRASES.viewer })
  expect([short.status, short.body.error.code]).toEqual([422, 'user.passphrase_short'])
})

test('a window locks when nobody did anything for the office’s time; what the page asks by itself does not count', async () => {
  const manager = windowOf('manager')
  const { clock } = office.office
  const minutes = (n: number) => clock.set((clock.now() + n * 60_000) as ReturnType<typeof clock.now>)
  await manager.ask('session.stay')
  const { body } = await manager.ask('session.current')
  expect(body.locks_in_seconds).toBeGreaterThan(14 * 60)
  expect(body.locks_in_seconds).toBeLessThanOrEqual(15 * 60)
  minutes(10)
  expect((await manager.ask('session.stay')).status).toBe(200)
  minutes(10)
  expect((await manager.ask('tasks.list')).status).toBe(200)
  minutes(6)
  expect((await manager.ask('tasks.list')).body.error.code).toBe('session.locked')
  expect((await manager.ask('session.stay')).body.error.code).toBe('session.locked')
  expect((await manager.ask('session.unlock', { user: 2, passphrase: PASSPHRASES.manager })).status).toBe(200)

  const notHis = await manager.ask('office.write_setting', { setting: 'office', lock_after_minutes: 0 })
  expect([notHis.status, notHis.body.error.code]).toEqual([403, 'api.forbidden'])
  expect((await office.api('PUT', '/api/settings/office', { lock_after_minutes: 0 })).status).toBe(200)
  minutes(24 * 60)
  expect((await manager.ask('tasks.list')).status).toBe(200)
  expect((await office.api('PUT', '/api/settings/office', { lock_after_minutes: 15 })).status).toBe(200)
})

test('wrong passphrases make the next try wait, whoever tries from whichever window, and nobody guesses many at once', {
  timeout: 60_000,
}, async () => {
  const [one, two] = [await openWindow(office), await openWindow(office)]
  const attempt = (window: Window, passphrase: string) => window.ask('session.unlock', { user: 3, passphrase })
  const first = await attempt(one, 'wrong horse 1')
  expect([first.status, first.body.error.message]).toEqual([403, 'That is not the passphrase of Carlos.'])
  expect(first.body.error.fix).toContain('You can try again at once.')
  const many = await Promise.all(Array.from({ length: 6 }, (_, n) => attempt(two, `wrong horse ${n}`)))
  expect(many.filter(({ status }) => status === 403)).toHaveLength(2)
  expect(many.filter(({ status }) => status === 429)).toHaveLength(4)
  // However long the others took here: right after the last of them.
  const { clock, db } = office.office
  const last = instant(tryRow(db, 3, 'unlock')?.last_at ?? Number.NaN)
  clock.set(last)
  const right = await attempt(one, PASSPHRASES.clerk)
  expect([right.status, right.body.error.code]).toEqual([429, 'user.wait'])
  expect(right.body.error.message).toMatch(
    /^Too many wrong passphrases in a row: the next try is possible in \d seconds?\.$/,
  )
  clock.set(instant(last + 5_000))
  expect((await attempt(one, PASSPHRASES.clerk)).status).toBe(200)
  expect((await attempt(two, 'wrong horse 9')).body.error.fix).toContain('at once')
})

test('a window’s port is a session of its own, silent while it is locked', async () => {
  const emitter = new EventEmitter()
  const heard: { id?: number; output?: unknown; error?: { code: string }; event?: unknown }[] = []
  let answered: () => void = () => {}
  servePort(office.router, {
    on: (name: string, listener: (event: { data: unknown }) => void) => emitter.on(name, listener),
    postMessage(message: object) {
      heard.push(message)
      answered()
    },
    start() {},
  })
  const ask = async (id: number, method: string, input: object = {}) => {
    const done = new Promise<void>((resolve) => {
      answered = () => heard.some((one) => one.id === id) && resolve()
    })
    emitter.emit('message', { data: { id, method, input } })
    await done
    return heard.find((one) => one.id === id)
  }
  expect((await ask(1, 'tasks.list'))?.error?.code).toBe('session.locked')
  await office.api('PUT', '/api/settings/office', { address: 'Rua Augusta 3' })
  expect(heard.filter(({ event }) => event)).toEqual([])
  expect((await ask(2, 'session.unlock', { user: 4, passphrase: PASSPHRASES.viewer }))?.output).toMatchObject({
    locked: false,
    user: { id: 4, role: 'viewer' },
  })
  expect((await ask(3, 'users.list'))?.error?.code).toBe('api.forbidden')
  await office.api('PUT', '/api/settings/office', { address: 'Rua Augusta 4' })
  expect(heard.filter(({ event }) => event).length).toBeGreaterThan(0)
  expect((await ask(4, 'session.lock'))?.output).toMatchObject({ locked: true })
  expect((await ask(5, 'tasks.list'))?.error?.code).toBe('session.locked')
  emitter.emit('close')
})

test('a window that is locked is told so, whoever locked it; of what happens then it hears only when it is open again', async () => {
  const window = await openWindow(office)
  const unlock = () => window.ask('session.unlock', { user: 4, passphrase: PASSPHRASES.viewer })
  await unlock()
  const beside = await window.listen() // another tab of the same browser
  await window.ask('session.lock')
  const told = await beside.until('session_changed')
  await office.api('PUT', '/api/settings/mail', { daily_cap: 91 })
  await unlock()
  await office.api('PUT', '/api/settings/office', { address: 'Rua da Prata 3' })
  const since = (await beside.until('"office"')).slice(told.length)
  expect(since).toContain('session_changed')
  expect(since).not.toContain('"mail"')

  const disabled = await window.listen()
  const change = (patch: object) => office.api('PATCH', `/api/users/${ids.viewer}`, patch)
  await change({ disabled: true })
  expect(await disabled.until('session_changed')).not.toContain('user_changed')
  await change({ disabled: false })
  await beside.close()
  await disabled.close()
})

test('a browser’s event stream is silent while its window is locked', async () => {
  const window = await openWindow(office)
  const stream = await window.listen()
  await office.api('PUT', '/api/settings/mail', { daily_cap: 90 })
  await window.ask('session.unlock', { user: 4, passphrase: PASSPHRASES.viewer })
  await office.api('PUT', '/api/settings/office', { address: 'Rua da Prata 2' })
  const text = await stream.until('"office"')
  expect(text).not.toContain('"mail"')
  await stream.close()
})
