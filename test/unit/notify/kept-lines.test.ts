import { expect, test } from 'vitest'
import { bareServer, SHORT_SILENCE, smtp, talk } from './talk'

test('mails after one another go over one connection, each with an answer of its own', async () => {
  const host = await smtp({ accounts: { office: 'secret' } })
  const signsIn = { user: 'office', password: 'secret' }
  for (let n = 1; n <= 3; n++) {
    expect(await talk(host, signsIn)).toMatchObject({ outcome: 'accepted', reply: expect.stringContaining(`as ${n}`) })
  }
  host.behave('refuse_recipient')
  expect(await talk(host, signsIn)).toMatchObject({ outcome: 'refused', phase: 'recipient' })
  expect(host.connections()).toBe(1)
  host.behave('accept')
  // What was refused may have left something behind: the next one begins anew.
  expect(await talk(host, signsIn)).toMatchObject({ outcome: 'accepted' })
  expect([host.connections(), host.received.length]).toEqual([2, 4])
})

test('mails at the same time have a connection each', async () => {
  const host = await smtp()
  await Promise.all([1, 2, 3].map(() => talk(host)))
  expect(host.connections()).toBe(3)
})

test.each(['drop_after_data', 'hang_after_data'] as const)(
  'after “%s” on a connection that has carried a mail before, nobody knows, and nobody sends again',
  async (behaviour) => {
    const host = await smtp()
    await talk(host, {}, { deadlines: SHORT_SILENCE })
    host.behave(behaviour)
    expect(await talk(host, {}, { deadlines: SHORT_SILENCE })).toMatchObject({ outcome: 'unknown' })
    expect([host.connections(), host.received.length]).toEqual([1, 2])
  },
)

test.each(['ends it at once', 'ends it with the next mail', 'says 421 to the next mail'])(
  'where the server %s, the mail after goes over a new connection, once',
  async (how) => {
    let connections = 0
    let taken = 0
    const at = await bareServer((socket) => {
      connections++
      let mails = 0
      let isBody = false
      socket.write('220 bare\r\n')
      socket.on('data', (data) => {
        for (const line of data.toString('latin1').split('\r\n').slice(0, -1)) {
          if (isBody) {
            if (line !== '.') continue
            isBody = false
            taken++
            socket.write('250 taken\r\n')
            if (how === 'ends it at once') socket.end()
          } else if (line.startsWith('MAIL') && ++mails > 1) {
            if (how === 'says 421 to the next mail') socket.end('421 too many\r\n')
            else socket.destroy()
          } else if (line === 'DATA') {
            isBody = true
            socket.write('354 go on\r\n')
          } else socket.write('250 ok\r\n')
        }
      })
    })
    expect(await talk(at)).toMatchObject({ outcome: 'accepted' })
    expect(await talk(at)).toMatchObject({ outcome: 'accepted' })
    expect([connections, taken]).toEqual([2, 2])
  },
)
