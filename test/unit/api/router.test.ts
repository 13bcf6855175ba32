import fs from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { contract, methodOf } from '../../../jobs/api/contract'
import { handlers } from '../../../jobs/api/handlers'
import { FileAnswer, ROLES, type Role } from '../../../jobs/api/method'
import { MISSING_METHODS, MISSING_PATHS } from '../../../jobs/api/not-built'
import { createRouter } from '../../../jobs/api/router'
import { createLog, logFiles } from '../../../jobs/shared/log'
import { Problem } from '../../../jobs/values/problem'
import { mayCall } from '../../../jobs/values/roles'
import { openTestOffice } from '../../support/served-office'

const METHODS = Object.keys(contract).map((name) => [name, methodOf(name)] as const)
const caller = (role: Role) => ({ actor: 'user:1' as const, role, name: role })
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'taken'
  } catch (error) {
    expect(error).toBeInstanceOf(Problem)
    return (error as Problem).code
  }
}

let office: Awaited<ReturnType<typeof openTestOffice>>
beforeAll(async () => {
  office = await openTestOffice()
})
afterAll(() => office.close())

test.each(METHODS)('%s has a handler, a summary, and refuses every role below its own', async (name, method) => {
  expect(Object.hasOwn(handlers, name)).toBe(true)
  expect(name).toMatch(/^[a-z]+\.[a-z_]+$/)
  expect(method?.summary.length).toBeGreaterThan(5)
  for (const role of ROLES) {
    if (mayCall(role, method?.role ?? 'owner')) continue
    // Refused before anything else is looked at: the input is nonsense on purpose.
    expect(await codeOf(office.router.call(name, { nonsense: true }, caller(role)))).toBe('api.forbidden')
  }
})

test('roles are ordered: each may do what the weaker ones may', () => {
  expect(ROLES.map((role) => ROLES.map((needed) => mayCall(role, needed)))).toEqual([
    [true, true, true, true],
    [false, true, true, true],
    [false, false, true, true],
    [false, false, false, true],
  ])
})

test('who may only look changes nothing', () => {
  const changing = METHODS.filter(([, method]) => (method?.rest ?? []).some((rest) => rest.verb !== 'GET'))
  expect(changing.length).toBeGreaterThan(10)
  for (const [name, method] of changing) expect([name, method?.role]).not.toEqual([name, 'viewer'])
})

test('no two methods answer under the same verb and path', () => {
  const paths = METHODS.flatMap(([, method]) =>
    (method?.rest ?? []).map((rest) => `${rest.verb} ${rest.path.replace(/:\w+/g, ':')}`),
  )
  expect(paths.length).toBe(new Set(paths).size)
  for (const path of paths) expect(path).not.toMatch(/\/$/)
})

test('what is built is not listed as missing', () => {
  for (const name of Object.keys(MISSING_METHODS)) expect(methodOf(name)).toBeNull()
  expect(MISSING_PATHS.length).toBeGreaterThan(0)
})

test('what a path or a query says is text, and every method that reads takes it as text', () => {
  for (const [name, method] of METHODS) {
    const reads = (method?.rest ?? []).filter((rest) => rest.verb === 'GET' || /:\w/.test(rest.path))
    if (!method || reads.length === 0) continue
    const { properties = {} } = z.toJSONSchema(method.input, { io: 'input', unrepresentable: 'any' }) as {
      properties?: Record<string, { type?: string }>
    }
    const inPath = new Set(reads.flatMap((rest) => [...rest.path.matchAll(/:(\w+)/g)].map((match) => match[1])))
    const isGet = reads.some((rest) => rest.verb === 'GET')
    for (const [field, { type }] of Object.entries(properties)) {
      if (type !== 'integer' && type !== 'number') continue
      if (!isGet && !inPath.has(field)) continue
      const checked = method.input.safeParse({ [field]: '7' })
      const issues = checked.success
        ? []
        : checked.error.issues.filter((issue) => issue.path[0] === field && issue.code !== 'too_small')
      expect([name, field, issues]).toEqual([name, field, []])
    }
  }
})

test('an answer that is a file goes out as FileAnswer itself, so that REST sends it as a download', () => {
  const files = METHODS.filter(([, method]) =>
    (method?.rest ?? []).some((rest) => /\.(csv|xlsx|pdf|eml|:format)$/.test(rest.path)),
  )
  for (const [name, method] of files) expect([name, method?.output === FileAnswer]).toEqual([name, true])
})

test('an error nobody foresaw is told by a number; its stack is in the log and nowhere else', async () => {
  const log = createLog(office.office.folder, { level: 'info', now: () => office.office.clock.now() })
  const broken = createRouter(
    Object.create(office.office, {
      db: {
        get() {
          throw new Error('secret detail')
        },
      },
    }),
    log,
  )
  const problem = await broken.call('system.about', {}, caller('owner')).catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(Problem)
  const { code, params } = problem as Problem
  expect(code).toBe('internal')
  expect(JSON.stringify(params)).not.toContain('secret')
  const lines = logFiles(office.office.folder)
    .map((file) => fs.readFileSync(file, 'utf8'))
    .join('')
  const line = lines.split('\n').find((one) => one.includes(String(params.error_id)))
  expect(line).toContain('secret detail')
})
