import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import net from 'node:net'
import { afterEach } from 'vitest'
import { compose } from '../../../jobs/notify/smtp/compose'
import { converse, type Deadlines, type SmtpServer } from '../../../jobs/notify/smtp/conversation'
import { type SmtpChoices, type SmtpHost, startSmtp } from '../../support/smtp'

const hosts: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close()
})

export async function smtp(choices: SmtpChoices = {}): Promise<SmtpHost> {
  const host = await startSmtp(choices)
  hosts.push(host)
  return host
}

/** A server of bare lines, for what no decent server does. */
export async function bareServer(serve: (socket: net.Socket) => void): Promise<{ host: string; port: number }> {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined)
    serve(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  hosts.push({ close: () => new Promise((resolve) => server.close(() => resolve())) })
  const { port } = server.address() as AddressInfo // a TCP server's address, once it listens
  return { host: '127.0.0.1', port }
}

const PATIENT = { connectMs: 5_000, greetingMs: 5_000, idleMs: 5_000, totalMs: 10_000 }
/** For servers that never say a word. */
export const SHORT_SILENCE = { ...PATIENT, idleMs: 300 }
export const SHORT_GREETING = { ...PATIENT, greetingMs: 300 }
export const to = 'ana@example.org'

export async function talk(
  at: { host: string; port: number },
  more: Partial<SmtpServer> = {},
  { deadlines = PATIENT, signal = new AbortController().signal }: { deadlines?: Deadlines; signal?: AbortSignal } = {},
) {
  const server: SmtpServer = {
    host: at.host,
    port: at.port,
    security: 'none',
    user: null,
    password: null,
    certificate: null,
    keptBack: false,
    ...more,
  }
  const letter = {
    from: 'Office <office@example.org>',
    to: { name: null, address: to },
    subject: 'Payslip',
    text: 'Hello\n.\n..dots\n',
    html: null,
    messageId: '<1@example.org>',
    writtenAt: 0,
  }
  return converse(server, { from: 'office@example.org', to }, await compose(letter, []), signal, deadlines)
}
