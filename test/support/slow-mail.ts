import net from 'node:net'
import type { Page } from 'playwright-core'
import { call } from './desktop'
import { untilReady } from './office'

/**
 * A mail server that greets and says no more: a greeting that does not come ends the attempt within ten seconds. Once it is
 * closed, whatever is on its way to it, or tries again, fails at once.
 */
export async function openSilentServer(): Promise<{ port: number; close(): void }> {
  const sockets = new Set<net.Socket>()
  const silent = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined) // the office may end in the middle
    socket.write('220 slow\r\n')
  })
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', () => resolve()))
  const { port } = silent.address() as net.AddressInfo
  const close = () => {
    silent.close()
    for (const socket of sockets) socket.destroy()
  }
  return { port, close }
}

/** The office of the page sends one mail to that server, and is at it when this resolves. */
export async function sendSlowMail(page: Page, port: number): Promise<void> {
  const value = {
    host: '127.0.0.1',
    port,
    security: 'none',
    from: 'office@example.org',
    hold_minutes: 0,
    timeout_seconds: 240,
  }
  await call(page, 'office.write_setting', { setting: 'mail', ...value })
  const args = { subject: 'x', message: 'y', recipient_list: ['ann@example.org'] }
  await call(page, 'tasks.enqueue', { task: 'mail.send_email', args })
  await untilReady(async () => ((await isDelivering(page)) ? true : null))
}

/** No mail is on its way any more. */
export const untilNoMail = (page: Page) => untilReady(async () => ((await isDelivering(page)) ? null : true))

const isDelivering = async (page: Page): Promise<boolean> =>
  JSON.stringify(await call(page, 'inspect.active', {})).includes('notify.deliver_mail')
