import http from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** A way to an office that can be cut: streams end as they do where a connection is lost, and the next one goes through. */
export async function cuttable(office: string): Promise<{ address: string; cut(path: string): void; close(): void }> {
  const { hostname, port, host } = new URL(office)
  const open = new Map<Socket, string>()
  const server = http.createServer((asked, answer) => {
    const { socket, url = '/', method, headers } = asked
    open.set(socket, url)
    // The office answers only who asks it by its own name.
    const onward = { ...headers, host, ...(headers.origin && { origin: office }) }
    const passed = http.request({ hostname, port, path: url, method, headers: onward, agent: false }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers)
      given.pipe(answer)
    })
    passed.on('error', () => socket.destroy())
    answer.on('close', () => passed.destroy())
    asked.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut(path) {
      for (const [socket, url] of open) if (url === path) socket.destroy()
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
