import { z } from 'zod'
import type { Role } from '../values/roles'

export { ROLES, type Role } from '../values/roles'

/** Where a method answers over REST (API.md). Path parameters, query and body are merged into the method's input. */
export type RestPath = {
  verb: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With `:name` parameters; a trailing slash is optional for the caller. */
  path: string
  /** 200 unless said otherwise. */
  status?: number
  /** multipart/form-data: the file is stored first and arrives as `UploadedFile` in the field of the same name. */
  upload?: boolean
}

export type Method<Input = unknown, Output = unknown> = {
  summary: string
  input: z.ZodType<Input>
  output: z.ZodType<Output>
  /** The weakest role that may call it. */
  role: Role
  rest?: RestPath[]
  /** The HTTP status of an answer, where it depends on the answer (health: 200 or 503). */
  statusOf?: (output: Output) => number
}

/** Declares a method. It only fixes the types; the schemas keep theirs, so that callers may leave out what has a default. */
export const defineMethod = <Input extends z.ZodType, Output extends z.ZodType>(
  method: Omit<Method<z.output<Input>, z.output<Output>>, 'input' | 'output'> & { input: Input; output: Output },
): typeof method => method

/** A file the transport has already stored by its content. */
export const UploadedFile = z.object({ sha256: z.string(), size: z.number(), originalName: z.string() })
export type UploadedFile = z.infer<typeof UploadedFile>

/** An answer that is a file: sent as a download over REST, as these fields over rpc. Exactly one of `sha256` and `bytes` is set. */
export const FileAnswer = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  sha256: z.string().optional(),
  bytes: z.instanceof(Uint8Array).optional(),
})
export type FileAnswer = z.infer<typeof FileAnswer>

/** Path and query parameters arrive as text. */
export const Id = z.coerce.number().int().positive()
