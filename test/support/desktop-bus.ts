import { type ChildProcess, execFile, spawn } from 'node:child_process'
import net from 'node:net'
import { promisify } from 'node:util'
import { decode, encode, type Message, Reader, Writer } from './dbus-wire'

export type Told = { id: number; title: string; body: string; actions: string[] }

/** A session bus of its own with a tray and a notification server on it, as a Linux desktop has them. */
export type DesktopBus = {
  address: string
  /** Bus names of the tray icons that were registered. */
  icons: string[]
  /** What was notified. */
  told: Told[]
  /** A click on a notification. */
  click(id: number): void
  /** Calls a method of who is on the bus, with gdbus; answers with what it prints. */
  call(name: string, path: string, method: string, ...args: string[]): Promise<string>
  stop(): void
}

const TRAY = 'org.kde.StatusNotifierWatcher'
const NOTIFICATIONS = 'org.freedesktop.Notifications'
const BUS = 'org.freedesktop.DBus'

export async function startDesktopBus(): Promise<DesktopBus> {
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const address = await firstLine(daemon)
  const peer = new Peer(await connected(address))
  await peer.call(BUS, '/org/freedesktop/DBus', BUS, 'Hello', '', Buffer.alloc(0))
  for (const name of [TRAY, NOTIFICATIONS]) {
    const body = new Writer().text(name).u32(4).done()
    await peer.call(BUS, '/org/freedesktop/DBus', BUS, 'RequestName', 'su', body)
  }
  return {
    address,
    icons: peer.icons,
    told: peer.told,
    click: (id) => peer.signal('ActionInvoked', 'us', new Writer().u32(id).text('default').done()),
    async call(name, path, method, ...args) {
      const env = { ...process.env, DBUS_SESSION_BUS_ADDRESS: address }
      const all = ['call', '--session', '--dest', name, '--object-path', path, '--method', method, '--', ...args]
      return (await promisify(execFile)('gdbus', all, { env })).stdout
    },
    stop() {
      peer.end()
      daemon.kill()
    },
  }
}

function firstLine(daemon: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    daemon.once('error', reject)
    daemon.stdout?.once('data', (text) => resolve(String(text).trim()))
  })
}

/** Connected and known to the bus by the user's number (SASL EXTERNAL). */
async function connected(address: string): Promise<net.Socket> {
  const path = /path=([^,;]*)/.exec(address)?.[1]
  const socket = net.connect(path ?? `\0${/abstract=([^,;]*)/.exec(address)?.[1]}`)
  const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')
  socket.write(`\0AUTH EXTERNAL ${user}\r\n`)
  await new Promise((resolve) => socket.once('data', resolve))
  socket.write('BEGIN\r\n')
  return socket
}

class Peer {
  readonly icons: string[] = []
  readonly told: Told[] = []
  #serial = 1
  #arrived = Buffer.alloc(0)
  readonly #waiting = new Map<number, () => void>()

  constructor(private readonly socket: net.Socket) {
    socket.on('data', (bytes) => this.#take(bytes))
  }

  call(destination: string, path: string, on: string, member: string, signature: string, body: Buffer): Promise<void> {
    const serial = this.#serial
    const answered = new Promise<void>((resolve) => this.#waiting.set(serial, resolve))
    this.#send({ type: 1, destination, path, interface: on, member, ...(signature && { signature }), body })
    return answered
  }

  signal(member: string, signature: string, body: Buffer): void {
    this.#send({ type: 4, path: '/org/freedesktop/Notifications', interface: NOTIFICATIONS, member, signature, body })
  }

  end(): void {
    this.socket.destroy()
  }

  #take(bytes: Buffer): void {
    this.#arrived = Buffer.concat([this.#arrived, bytes])
    for (let found = decode(this.#arrived); found; found = decode(this.#arrived)) {
      this.#arrived = this.#arrived.subarray(found.size)
      this.#hear(found.message)
    }
  }

  #hear(message: Message): void {
    if (message.replySerial !== undefined) this.#waiting.get(message.replySerial)?.()
    if (message.type !== 1) return
    const reader = new Reader(message.body)
    if (message.member === 'RegisterStatusNotifierItem') {
      this.icons.push(reader.text())
      this.#reply(message, '', Buffer.alloc(0))
    } else if (message.member === 'Get') {
      this.#reply(message, 'v', new Writer().signature('b').u32(1).done()) // IsStatusNotifierHostRegistered
    } else if (message.member === 'GetServerInformation') {
      this.#reply(message, 'ssss', new Writer().text('bus').text('test').text('1').text('1.2').done())
    } else if (message.member === 'GetCapabilities') {
      this.#reply(message, 'as', new Writer().texts(['body', 'actions']).done())
    } else if (message.member === 'Notify') {
      const id = this.told.length + 1
      for (const skip of ['text', 'u32', 'text'] as const) reader[skip]() // app, replaced one, icon
      this.told.push({ id, title: reader.text(), body: reader.text(), actions: reader.texts() })
      this.#reply(message, 'u', new Writer().u32(id).done())
    } else this.#refuse(message)
  }

  #reply({ sender, serial }: Message, signature: string, body: Buffer): void {
    this.#send({
      type: 2,
      replySerial: serial,
      ...(sender && { destination: sender }),
      ...(signature && { signature }),
      body,
    })
  }

  #refuse({ sender, serial }: Message): void {
    const error = 'org.freedesktop.DBus.Error.UnknownMethod'
    this.#send({ type: 3, error, replySerial: serial, ...(sender && { destination: sender }), body: Buffer.alloc(0) })
  }

  #send(message: Omit<Message, 'serial'>): void {
    this.socket.write(encode({ ...message, serial: this.#serial++ }))
  }
}
