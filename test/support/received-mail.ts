/** A message as a mail server received it, read independently of the library that wrote it (RFC 5322, 2045, 2047, 2231). */
export type ReceivedMail = {
  envelopeFrom: string
  envelopeTo: string[]
  /** The header as it stands, unfolded; names in lower case, in their order. */
  header: [name: string, value: string][]
  subject: string
  from: string
  to: string
  messageId: string
  text: string
  html: string | null
  attachments: { name: string; mediaType: string; bytes: Buffer }[]
  raw: Buffer
  secure: boolean
  user: string | null
}

export function readMail(raw: Buffer, envelopeFrom: string, envelopeTo: string[]): ReceivedMail {
  const part = readPart(raw)
  const leaves = leavesOf(part)
  const value = (name: string) => decodeWords(part.header.find(([key]) => key === name)?.[1] ?? '')
  const bodyOf = (type: string) => leaves.find((leaf) => !leaf.name && leaf.type === type)?.bytes.toString('utf8')
  return {
    envelopeFrom,
    envelopeTo,
    header: part.header,
    subject: value('subject'),
    from: value('from'),
    to: value('to'),
    messageId: value('message-id'),
    text: (bodyOf('text/plain') ?? '').replace(/\r\n/g, '\n'),
    html: bodyOf('text/html') ?? null,
    attachments: leaves.flatMap(({ name, type, bytes }) => (name ? [{ name, mediaType: type, bytes }] : [])),
    raw,
    secure: false,
    user: null,
  }
}

type Part = { header: [string, string][]; body: Buffer }
type Leaf = { name: string | null; type: string; bytes: Buffer }

function readPart(raw: Buffer): Part {
  const end = raw.indexOf('\r\n\r\n')
  const head = (end < 0 ? raw : raw.subarray(0, end)).toString('latin1').replace(/\r\n[ \t]+/g, ' ')
  const header = head.split('\r\n').map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return { header, body: end < 0 ? Buffer.alloc(0) : raw.subarray(end + 4) }
}

function leavesOf(part: Part): Leaf[] {
  const value = (name: string) => part.header.find(([key]) => key === name)?.[1] ?? ''
  const type = value('content-type').split(';')[0]?.trim().toLowerCase() || 'text/plain'
  const boundary = parameter(value('content-type'), 'boundary')
  if (type.startsWith('multipart/') && boundary) {
    const pieces = part.body.toString('latin1').split(`--${boundary}`).slice(1, -1)
    return pieces.flatMap((piece) => leavesOf(readPart(Buffer.from(piece.replace(/^\r\n|\r\n$/g, ''), 'latin1'))))
  }
  const name = parameter(value('content-disposition'), 'filename')
  return [{ name, type, bytes: decodeBody(part.body, value('content-transfer-encoding').toLowerCase()) }]
}

function decodeBody(body: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64')
  if (encoding === 'quoted-printable') return unquote(body.toString('latin1').replace(/=\r\n/g, ''))
  return body
}

const unquote = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  )

/** A parameter of a header field, also split and percent-encoded as in RFC 2231. */
function parameter(value: string, name: string): string | null {
  const found = [...value.matchAll(new RegExp(`;\\s*${name}(\\*\\d+)?(\\*)?=("(?:[^"\\\\]|\\\\.)*"|[^;\\s]*)`, 'gi'))]
  if (found.length === 0) return null
  const joined = found.map(([, , , text = '']) => text.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1')).join('')
  return found.some(([, , star]) => star) ? decodeURIComponent(joined.replace(/^utf-8''/i, '')) : decodeWords(joined)
}

function decodeWords(text: string): string {
  const bytes = text
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_all, kind: string, word: string) =>
      (kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : unquote(word.replace(/_/g, ' '))).toString('latin1'),
    )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
