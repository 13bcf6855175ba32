import { createHash } from 'node:crypto'
import { serialize } from 'node:v8'

/** SHA-256 of any plain data (as it would travel to a slot): equal data, equal digest. Maps and objects keep their order. */
export const digestOf = (value: unknown): string => createHash('sha256').update(serialize(value)).digest('hex')
