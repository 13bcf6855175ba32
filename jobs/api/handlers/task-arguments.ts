import { z } from 'zod'

type Kind = 'text' | 'number' | 'yes_no' | 'choice' | 'json'
export type TaskArgument = { name: string; isRequired: boolean; kind: Kind; choices: string[] }

type Property = { type?: string; enum?: unknown[] }

const KINDS: Record<string, Kind> = { string: 'text', number: 'number', integer: 'number', boolean: 'yes_no' }

/** The arguments a task's schema names, for whoever fills them in; what has no simple field is JSON. */
export function argumentsOf(schema: z.ZodType): TaskArgument[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Property>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => {
    const choices = (property.enum ?? []).map(String)
    const kind = choices.length > 0 ? 'choice' : (KINDS[property.type ?? ''] ?? 'json')
    return { name, isRequired: required.includes(name), kind, choices }
  })
}
