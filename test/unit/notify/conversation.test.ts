import type net from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Outcome } from '../../../jobs/notify/smtp/conversation'
import { closedPort, type SmtpHost } from '../../support/smtp'
import { bareServer, SHORT_GREETING, SHORT_SILENCE, smtp, talk, to } from './talk'

test('a server that takes the message has it, dots and all', async () => {
  const host = await smtp()
  expect(await talk(host)).toMatchObject({ outcome: 'accepted', reply: expect.stringContaining('queued as 1') })
  expect(host.received[0]).toMatchObject({ envelopeTo: [to], text: 'Hello\n.\n..dots\n', subject: 'Payslip' })
})

const sure: [Parameters<SmtpHost['behave']>[0], Partial<Outcome>][] = [
  ['refuse_recipient', { outcome: 'refused', phase: 'recipient', permanent: true }],
  ['greylist', { outcome: 'refused', phase: 'recipient', permanent: false }],
  ['refuse_message', { outcome: 'refused', phase: 'data', permanent: true }],
  ['busy_after_data', { outcome: 'refused', phase: 'data', permanent: false }],
  ['hang_at_greeting', { outcome: 'broken', detail: 'no_greeting', permanent: false }],
  ['hang_at_recipient', { outcome: 'broken', detail: 'silence', permanent: false }],
]
test.each(sure)('a server that does “%s” certainly does not have the message', async (behaviour, outcome) => {
  const host = await smtp()
  host.behave(behaviour)
  const deadlines = behaviour === 'hang_at_greeting' ? SHORT_GREETING : SHORT_SILENCE
  expect(await talk(host, {}, { deadlines })).toMatchObject(outcome)
})

test('the reply of a refusal is handed on in the server’s words', async () => {
  const host = await smtp()
  host.behave('refuse_recipient')
  expect(await talk(host)).toMatchObject({ reply: `550 5.1.1 <${to}> no such mailbox` })
})

test.each(['hang_after_data', 'drop_after_data'] as const)('after “%s” nobody knows', async (behaviour) => {
  const host = await smtp()
  host.behave(behaviour)
  expect(await talk(host, {}, { deadlines: SHORT_SILENCE })).toMatchObject({ outcome: 'unknown' })
  expect(host.received).toHaveLength(1)
})

test('a closed port is transient, and says so', async () => {
  const port = await closedPort()
  expect(await talk({ host: '127.0.0.1', port })).toMatchObject({
    outcome: 'broken',
    detail: 'connection_refused',
    permanent: false,
  })
})

test('a connection that breaks before the server asked for the message is certain not to have delivered it', async () => {
  const at = await bareServer((socket) => {
    socket.write('220 here\r\n')
    socket.on('data', (chunk) => {
      const line = chunk.toString()
      if (line.startsWith('DATA')) socket.destroy()
      else socket.write('250 fine\r\n')
    })
  })
  expect(await talk(at)).toMatchObject({ outcome: 'broken', detail: 'closed', permanent: false })
})

test('a server that speaks another protocol is told apart', async () => {
  const at = await bareServer((socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'))
  expect(await talk(at)).toMatchObject({ outcome: 'broken', permanent: false })
})

test('a 421 in the place of an answer is a refusal that may pass, with the server’s words', async () => {
  const at = await bareServer((socket) => {
    socket.write('220 here\r\n')
    socket.on('data', (chunk) =>
      socket.write(chunk.toString().startsWith('RCPT') ? '421 4.7.0 too many of you\r\n' : '250 fine\r\n'),
    )
  })
  expect(await talk(at)).toEqual({
    outcome: 'refused',
    phase: 'recipient',
    reply: '421 4.7.0 too many of you',
    permanent: false,
  })
})

test('a wrong password is refused for good, the right one is taken', async () => {
  const host = await smtp({ accounts: { office: 'secret' } })
  expect(await talk(host, { user: 'office', password: 'guess' })).toMatchObject({
    outcome: 'refused',
    phase: 'sign_in',
    permanent: true,
    reply: expect.stringContaining('535'),
  })
  expect(await talk(host, { user: 'office', password: 'secret' })).toMatchObject({ outcome: 'accepted' })
  expect(host.received[0]?.user).toBe('office')
})

test('a server that wants a sign-in and gets none refuses the sender', async () => {
  const host = await smtp({ accounts: { office: 'secret' } })
  expect(await talk(host)).toMatchObject({ outcome: 'refused', phase: 'sender', permanent: true })
})

test('user and password are not sent where the server offers no sign-in', async () => {
  const host = await smtp()
  expect(await talk(host, { user: 'office', password: 'secret' })).toMatchObject({ detail: 'no_sign_in_offered' })
})

test.each(['starttls', 'tls'] as const)(
  'with %s a self-signed certificate is refused before anything is sent',
  async (security) => {
    const host = await smtp({ security, accounts: { office: 'secret' } })
    const outcome = await talk(host, { security, user: 'office', password: 'secret' })
    expect(outcome).toMatchObject({ outcome: 'broken', detail: 'certificate', permanent: true })
    expect(host.received).toEqual([])
  },
)

test.each(['starttls', 'tls'] as const)('with %s a certificate that the office trusts is taken', async (security) => {
  const host = await smtp({ security })
  expect(await talk(host, { security, certificate: host.certificate })).toMatchObject({ outcome: 'accepted' })
  expect(host.received[0]?.secure).toBe(true)
})

test('a server without STARTTLS gets nothing in the clear', async () => {
  const host = await smtp()
  expect(await talk(host, { security: 'starttls' })).toMatchObject({
    outcome: 'refused',
    phase: 'tls',
    permanent: true,
  })
  expect(host.received).toEqual([])
})

test('a message over the server’s limit is refused before it is sent', async () => {
  const host = await smtp({ maxBytes: 50 })
  expect(await talk(host)).toMatchObject({ permanent: true })
  expect(host.received).toEqual([])
})

test('an interruption before the message leaves is certain', async () => {
  const host = await smtp()
  host.behave('hang_at_recipient')
  const stop = new AbortController()
  const outcome = talk(host, {}, { signal: stop.signal })
  stop.abort()
  expect(await outcome).toMatchObject({ outcome: 'broken', detail: 'interrupted' })
})

/** Answers each command with `250`, and hears when the message is whole. */
function serveMail(socket: net.Socket, whole: (reply: () => void) => void): void {
  let data = false
  let heard = ''
  socket.write('220 here\r\n')
  socket.on('data', (chunk) => {
    heard += chunk.toString()
    if (data && heard.endsWith('\r\n.\r\n')) whole(() => socket.write('250 taken\r\n'))
    else if (!data && heard.startsWith('DATA')) {
      data = true
      socket.write('354 go on\r\n')
    } else if (!data) socket.write('250 fine\r\n')
    if (!data) heard = ''
  })
}

test('an interruption after the message has left waits for the answer', async () => {
  const stop = new AbortController()
  const at = await bareServer((socket) =>
    serveMail(socket, (reply) => {
      stop.abort()
      setImmediate(reply)
    }),
  )
  expect(await talk(at, {}, { signal: stop.signal })).toEqual({ outcome: 'accepted', reply: '250 taken' })
})

test('wherever a server breaks off, a message it holds whole is never called undelivered', async () => {
  const cut = { after: 0 }
  let whole = false
  const at = await bareServer((socket) => {
    let heard = 0
    whole = false
    // Ahead of the answers: the cut counts in the very chunk that reaches it.
    socket.on('data', (chunk) => {
      heard += chunk.length
      if (heard > cut.after) socket.destroy()
    })
    serveMail(socket, () => {
      whole = true
    })
  })
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 700 }), async (after) => {
      cut.after = after
      const { outcome } = await talk(at, {}, { deadlines: SHORT_SILENCE })
      seen.add(outcome)
      expect(outcome).not.toBe('accepted')
      if (whole) expect(outcome).toBe('unknown')
    }),
    { numRuns: 15, examples: [[0], [30], [700]] },
  )
  expect([...seen].sort()).toEqual(['broken', 'unknown'])
})
