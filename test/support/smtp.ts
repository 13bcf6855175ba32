import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import net from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { selfSignedCertificate } from './certificate'
import { type ReceivedMail, readMail } from './received-mail'

/** How the server treats a conversation. */
export type SmtpBehaviour =
  | 'accept'
  | 'refuse_recipient' // 550 to RCPT TO
  | 'greylist' // 451 to RCPT TO
  | 'refuse_message' // 554 to the final dot
  | 'busy_after_data' // 451 to the final dot
  | 'hang_at_greeting'
  | 'hang_after_data' // takes the whole message and never answers
  | 'drop_after_data' // takes the whole message and closes
  | 'drop_at_data' // closes in the middle of the message
  | 'hang_at_recipient'

export type SmtpHost = {
  host: string
  port: number
  /** PEM of its certificate, for those who choose to trust it. */
  certificate: string
  /** Every message of which the final dot arrived, answered or not. */
  received: ReceivedMail[]
  /** What is done from now on; by recipient where a function is given. */
  behave(behaviour: SmtpBehaviour | ((recipient: string) => SmtpBehaviour)): void
  /** Resolves when so many messages have arrived in all. */
  arrived(count: number): Promise<void>
  /** Connections made so far. */
  connections(): number
  close(): Promise<void>
}

export type SmtpChoices = {
  /** Users and passwords; with them the server wants a sign-in. */
  accounts?: Record<string, string>
  security?: 'none' | 'starttls' | 'tls'
  maxBytes?: number
}

const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })

/** A real SMTP server on loopback (smtp-server), one for a test. Close it at the end. */
export async function startSmtp(choices: SmtpChoices = {}): Promise<SmtpHost> {
  const { certificate, key } = await selfSignedCertificate('127.0.0.1')
  const security = choices.security ?? 'none'
  const received: ReceivedMail[] = []
  const waiting: { count: number; resolve: () => void }[] = []
  let behaviourFor: (recipient: string) => SmtpBehaviour = () => 'accept'
  let connections = 0

  const options: SMTPServerOptions = {
    key,
    cert: certificate,
    secure: security === 'tls',
    disabledCommands: [...(security === 'none' ? ['STARTTLS'] : []), ...(choices.accounts ? [] : ['AUTH'])],
    authOptional: choices.accounts === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 200,
    ...(choices.maxBytes === undefined ? {} : { size: choices.maxBytes }),
    onConnect(_session, callback) {
      connections++
      if (behaviourFor('') !== 'hang_at_greeting') callback()
    },
    onAuth({ username = '', password }, _session, callback) {
      if (choices.accounts?.[username] === password) callback(null, { user: username })
      else callback(refusal(535, '5.7.8 user or password is wrong'))
    },
    onRcptTo({ address }, _session, callback) {
      const behaviour = behaviourFor(address)
      if (behaviour === 'refuse_recipient') callback(refusal(550, `5.1.1 <${address}> no such mailbox`))
      else if (behaviour === 'greylist') callback(refusal(451, '4.7.1 greylisted, come back later'))
      else if (behaviour !== 'hang_at_recipient') callback()
    },
    onData(stream, session, callback) {
      const recipient = session.envelope.rcptTo[0]?.address ?? ''
      const behaviour = behaviourFor(recipient)
      const drop = () => sockets.get(`${session.remotePort}`)?.destroy()
      if (behaviour === 'drop_at_data') return drop()
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (stream.sizeExceeded) return callback(refusal(552, '5.3.4 the message is too large'))
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
        const mail = readMail(
          Buffer.concat(chunks),
          from,
          session.envelope.rcptTo.map(({ address }) => address),
        )
        received.push({ ...mail, secure: session.secure, user: session.user ? String(session.user) : null })
        for (const one of waiting) if (received.length >= one.count) one.resolve()
        if (behaviour === 'drop_after_data') drop()
        else if (behaviour === 'refuse_message') callback(refusal(554, '5.7.1 looks like spam'))
        else if (behaviour === 'busy_after_data') callback(refusal(451, '4.3.0 the disk is busy'))
        else if (behaviour !== 'hang_after_data') callback(null, `queued as ${received.length}`)
      })
    },
  }
  const server = new SMTPServer(options)
  server.on('error', () => undefined) // clients that break off are part of the tests
  const sockets = new Map<string, net.Socket>()
  server.server.on('connection', (socket: net.Socket) => {
    sockets.set(`${socket.remotePort}`, socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(`${socket.remotePort}`))
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo // a TCP server's address, once it listens

  return {
    host: '127.0.0.1',
    port,
    certificate,
    received,
    behave: (behaviour) => {
      behaviourFor = typeof behaviour === 'function' ? behaviour : () => behaviour
    },
    arrived: (count) =>
      received.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push({ count, resolve })
          }),
    connections: () => connections,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets.values()) socket.destroy()
      await closed
    },
  }
}

/** A port on loopback where nothing listens. */
export async function closedPort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // as above
  await new Promise((resolve) => server.close(resolve))
  return port
}
