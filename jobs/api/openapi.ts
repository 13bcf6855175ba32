import { z } from 'zod'
import type { AnyMethod } from './contract'
import { FileAnswer, type RestPath } from './method'

type Schema = Record<string, unknown>

const json = (schema: unknown) => ({ 'application/json': { schema } })

/** OpenAPI 3.1 of everything the office answers, generated from the contract. */
export async function openApi(version: string, methods: [string, AnyMethod][]) {
  const paths: Record<string, Record<string, unknown>> = {}
  const add = (path: string, verb: string, operation: unknown) => {
    paths[path] = { ...paths[path], [verb.toLowerCase()]: operation }
  }
  for (const [name, method] of methods) {
    await new Promise((resolve) => setImmediate(resolve)) // a hundred schemas are too long a turn for an office
    for (const rest of method.rest ?? []) add(templateOf(rest.path), rest.verb, restOperation(name, method, rest))
    add(`/api/rpc/${name}`, 'POST', rpcOperation(name, method))
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Daybook', version, description: "Everything Daybook's window can do, over loopback." },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: ERROR },
    },
  }
}

const ERROR = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message', 'fix', 'details'],
      properties: { code: { type: 'string' }, message: { type: 'string' }, fix: { type: 'string' }, details: {} },
    },
  },
}

const templateOf = (path: string): string => path.replace(/:(\w+)/g, '{$1}')

/** The schema of what a caller gives or is given; what JSON Schema cannot say (bytes, a coerced text) is left open. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Schema
  return rest
}

function answers(method: AnyMethod, status: number) {
  const file = method.output === FileAnswer
  const content = file
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : json(schemaOf(method.output, 'output'))
  return {
    [status]: { description: 'Done', content },
    default: { description: 'Refused, in words', content: json({ $ref: '#/components/schemas/Error' }) },
  }
}

const rpcOperation = (name: string, method: AnyMethod) => ({
  operationId: name,
  summary: method.summary,
  tags: [tagOf(name)],
  'x-role': method.role,
  requestBody: { content: json(schemaOf(method.input, 'input')) },
  responses: answers(method, 200),
})

function restOperation(name: string, method: AnyMethod, rest: RestPath) {
  const schema = schemaOf(method.input, 'input')
  const properties = (schema.properties ?? {}) as Record<string, Schema>
  const required = new Set((schema.required ?? []) as string[])
  const inPath = new Set([...rest.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? ''))
  const others = Object.keys(properties).filter((field) => !inPath.has(field))
  const reads = rest.verb === 'GET' || rest.verb === 'DELETE'
  const parameter = (field: string, where: 'path' | 'query') => ({
    name: field,
    in: where,
    required: where === 'path' || required.has(field),
    schema: properties[field] ?? {},
  })
  const body = {
    type: 'object',
    properties: Object.fromEntries(others.map((field) => [field, properties[field] ?? {}])),
    required: others.filter((field) => required.has(field)),
    ...(schema.additionalProperties === undefined ? {} : { additionalProperties: schema.additionalProperties }),
  }
  return {
    operationId: `${name} ${rest.verb} ${rest.path}`,
    summary: method.summary,
    tags: [tagOf(name)],
    'x-role': method.role,
    parameters: [
      ...[...inPath].map((field) => parameter(field, 'path')),
      ...(reads ? others.map((field) => parameter(field, 'query')) : []),
    ],
    ...(reads
      ? {}
      : { requestBody: { content: rest.upload ? { 'multipart/form-data': { schema: body } } : json(body) } }),
    responses: answers(method, rest.status ?? 200),
  }
}

const tagOf = (name: string): string => name.split('.')[0] ?? name
