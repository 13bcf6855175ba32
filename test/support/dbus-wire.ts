/** As much of the D-Bus wire format as a desktop's tray and notification server need (the specification's “Message Protocol”). */
export type Message = {
  type: 1 | 2 | 3 | 4
  serial: number
  path?: string
  interface?: string
  member?: string
  error?: string
  replySerial?: number
  destination?: string
  sender?: string
  signature?: string
  body: Buffer
}

const FIELDS = ['path', 'interface', 'member', 'error', 'replySerial', 'destination', 'sender', 'signature'] as const
const FIELD_TYPES = 'osssussg'

export class Writer {
  #bytes: Buffer[] = []
  #length = 0

  align(n: number): this {
    return this.#push(Buffer.alloc((n - (this.#length % n)) % n))
  }
  byte(value: number): this {
    return this.#push(Buffer.from([value]))
  }
  u32(value: number): this {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(value)
    return this.align(4).#push(bytes)
  }
  text(value: string): this {
    const bytes = Buffer.from(`${value}\0`)
    return this.u32(bytes.length - 1).#push(bytes)
  }
  signature(value: string): this {
    return this.byte(value.length).#push(Buffer.from(`${value}\0`))
  }
  texts(values: string[]): this {
    const items = new Writer()
    for (const value of values) items.text(value)
    const bytes = items.done()
    return this.u32(bytes.length).#push(bytes)
  }
  raw(bytes: Buffer): this {
    return this.#push(bytes)
  }
  done(): Buffer {
    return Buffer.concat(this.#bytes)
  }
  #push(bytes: Buffer): this {
    this.#bytes.push(bytes)
    this.#length += bytes.length
    return this
  }
}

export class Reader {
  constructor(
    private readonly bytes: Buffer,
    public at = 0,
  ) {}

  align(n: number): void {
    this.at += (n - (this.at % n)) % n
  }
  byte(): number {
    return this.bytes.readUInt8(this.at++)
  }
  u32(): number {
    this.align(4)
    this.at += 4
    return this.bytes.readUInt32LE(this.at - 4)
  }
  text(): string {
    const length = this.u32()
    this.at += length + 1
    return this.bytes.toString('utf8', this.at - length - 1, this.at - 1)
  }
  signature(): string {
    const length = this.byte()
    this.at += length + 1
    return this.bytes.toString('utf8', this.at - length - 1, this.at - 1)
  }
  texts(): string[] {
    const end = this.u32() + this.at
    const found: string[] = []
    while (this.at < end) found.push(this.text())
    return found
  }
}

export function encode(message: Message): Buffer {
  const fields = new Writer()
  FIELDS.forEach((name, index) => {
    const value = message[name]
    if (value === undefined) return
    const type = FIELD_TYPES[index] ?? 's'
    fields
      .align(8)
      .byte(index + 1)
      .signature(type)
    if (typeof value === 'number') fields.u32(value)
    else if (type === 'g') fields.signature(value)
    else fields.text(value)
  })
  const list = fields.done()
  const head = new Writer().raw(Buffer.from(['l'.charCodeAt(0), message.type, 0, 1]))
  head.u32(message.body.length).u32(message.serial).u32(list.length).raw(list).align(8)
  return Buffer.concat([head.done(), message.body])
}

/** The first message of what has arrived, with how many bytes it took; null where it is not whole yet. */
export function decode(bytes: Buffer): { message: Message; size: number } | null {
  if (bytes.length < 16) return null
  const reader = new Reader(bytes, 4)
  const bodyLength = reader.u32()
  const serial = reader.u32()
  const end = reader.u32() + 16
  const start = end + ((8 - (end % 8)) % 8)
  if (bytes.length < start + bodyLength) return null
  const body = Buffer.from(bytes.subarray(start, start + bodyLength))
  const message: Message = { type: bytes.readUInt8(1) as Message['type'], serial, body }
  while (reader.at < end) {
    reader.align(8)
    const name = FIELDS[reader.byte() - 1]
    const type = reader.signature()
    const value = type === 'u' ? reader.u32() : type === 'g' ? reader.signature() : reader.text()
    if (name) Object.assign(message, { [name]: value })
  }
  return { message, size: start + bodyLength }
}
