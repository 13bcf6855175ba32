import multipart, { type Multipart } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../../values/problem'
import { MAX_UPLOAD_BYTES } from '../limits'
import type { UploadedFile } from '../method'
import type { Office } from '../office'
import { parseOutsideJson, refuseKey } from './json'
import type { Fields } from './merge'

export async function acceptUploads(app: FastifyInstance): Promise<void> {
  // One byte more than is allowed, so that the file store, which knows the limit's words, is the one that refuses.
  await app.register(multipart, {
    limits: { fileSize: MAX_UPLOAD_BYTES + 1, files: 1, fields: 50, fieldSize: 1024 * 1024 },
    throwFileSizeLimit: false,
  })
}

/**
 * The fields of a multipart request, in whatever order they come. A file is stored by its content as it streams in and
 * stands in its field as what was stored; a name never becomes a path. `options` is JSON.
 */
export async function readUpload(request: FastifyRequest, office: Office): Promise<Fields> {
  if (!request.isMultipart())
    throw new Problem(
      'api.media_type',
      { found: request.headers['content-type'] ?? 'not named', expected: 'multipart/form-data' },
      { kind: 'malformed' },
    )
  const fields: Fields = {}
  let files = 0
  for await (const part of request.parts()) {
    refuseKey(part.fieldname)
    if (Object.hasOwn(fields, part.fieldname)) throw new Problem('api.same_field_twice', { field: part.fieldname })
    fields[part.fieldname] = part.type === 'file' ? await store(part, office) : textField(part.fieldname, part.value)
    if (part.type === 'file') files++
  }
  if (files === 0) throw new Problem('api.file_missing', { field: 'file' })
  return fields
}

async function store(part: Extract<Multipart, { type: 'file' }>, office: Office): Promise<UploadedFile> {
  const stored = await office.files.putStream(part.file, part.mimetype, part.filename, MAX_UPLOAD_BYTES)
  return { sha256: stored.sha256, size: stored.size, originalName: stored.originalName }
}

function textField(name: string, value: unknown): unknown {
  const text = String(value)
  if (name !== 'options') return text
  return text.trim() === '' ? {} : parseOutsideJson(text)
}
