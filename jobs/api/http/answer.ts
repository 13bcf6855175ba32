import { createReadStream } from 'node:fs'
import type { FastifyReply } from 'fastify'
import { Problem } from '../../values/problem'
import { type ApiError, httpStatusOf, toApiError } from '../errors'
import type { FileAnswer } from '../method'
import type { Office } from '../office'

/** Sends a refusal: its status, and the problem in words. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const status = httpStatusOf(problem)
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  const error: ApiError = toApiError(problem)
  return reply.code(status).type('application/json; charset=utf-8').send({ error })
}

/** Sends a file as a download; it is never shown inside Daybook's own origin. */
export async function sendFile(reply: FastifyReply, file: FileAnswer, office: Office): Promise<FastifyReply> {
  reply
    .header('content-disposition', contentDisposition(file.fileName))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .type(file.mediaType)
  if (file.bytes) return reply.send(Buffer.from(file.bytes))
  if (!file.sha256 || !(await office.files.exists(file.sha256)))
    throw new Problem('api.file_gone', {}, { kind: 'not_found' })
  return reply.send(createReadStream(office.files.path(file.sha256)))
}

/** RFC 6266: a plain name for old clients, and the real one in UTF-8; quotes, semicolons and line ends cannot break out. */
export function contentDisposition(fileName: string): string {
  const plain = fileName.normalize('NFKD').replace(/[^\w .()-]/g, '_') || 'file'
  const encoded = encodeURIComponent(fileName.replace(/\p{Surrogate}/gu, '_')).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
