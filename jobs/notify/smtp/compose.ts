import { createHash } from 'node:crypto'

/** Everything a message is made of; plain data, it travels to the network lane. */
export type Letter = {
  /** `ana@office.example` or `Office <ana@office.example>`. */
  from: string
  to: { name: string | null; address: string }
  subject: string
  text: string
  html: string | null
  messageId: string
  /** Milliseconds (UTC): when the mail was written, not when an attempt at sending it began. */
  writtenAt: number
}

export type Attachment = { name: string; mediaType: string; bytes: Uint8Array }

/**
 * The message as it goes over the wire and into an .eml file (RFC 5322, CRLF). The same letter gives the same bytes, so
 * that every attempt sends one and the same message.
 */
export async function compose(letter: Letter, attachments: Attachment[]): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const composer = new MailComposer({
    from: letter.from,
    to: { name: letter.to.name ?? '', address: letter.to.address },
    subject: letter.subject,
    messageId: letter.messageId,
    date: new Date(letter.writtenAt),
    text: letter.text,
    ...(letter.html === null ? {} : { html: letter.html }),
    // Out-of-office replies would go to the office for each payslip (RFC 3834, 5).
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: attachments.map(({ name, mediaType, bytes }) => ({
      filename: name,
      contentType: mediaType,
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    })),
    baseBoundary: createHash('sha256').update(letter.messageId).digest('hex').slice(0, 24),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}
