import type { serveTestOffice } from './served-office'

type ServedOffice = Pick<Awaited<ReturnType<typeof serveTestOffice>>, 'api' | 'ask' | 'server'>

/** What the people of a test's office type. */
export const PASSPHRASES = {
  owner: 'owner of the horse',
  manager: 'manager of the battery',
  clerk: 'clerk of the staple',
  viewer: 'viewer of the moon',
} as const

// biome-ignore lint/suspicious/noExplicitAny: a test says by its expectations what an answer is
type Answer = { status: number; body: any }

/** A browser's window: what it asks carries its own cookie, as the page does. */
export type Window = {
  ask(method: string, input?: unknown): Promise<Answer>
  get(path: string): Promise<Answer>
  upload(path: string): Promise<Answer>
  listen(): Promise<{ until(word: string): Promise<string>; close(): Promise<void> }>
}

export async function openWindow(office: ServedOffice): Promise<Window> {
  const { url } = (await office.api('POST', '/api/session/link')).body
  const cookie = ((await office.ask(url)).headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const headers = { cookie, origin: office.server.address, 'sec-fetch-site': 'same-origin' }
  const read = async (answer: Response): Promise<Answer> => {
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false
    return { status: answer.status, body: isJson && text ? JSON.parse(text) : text }
  }
  return {
    ask: async (method, input = {}) =>
      read(
        await office.ask(`/api/rpc/${method}`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(input),
        }),
      ),
    get: async (path) => read(await office.ask(path, { headers })),
    async upload(path) {
      const form = new FormData()
      form.set('kind', 'employees')
      form.set('file', new Blob(['Name\nAna\n']), 'people.csv')
      return read(await office.ask(path, { method: 'POST', headers, body: form }))
    },
    async listen() {
      const answer = await office.ask('/api/events', { headers })
      const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
      const decoder = new TextDecoder()
      let text = ''
      return {
        async until(word) {
          while (!text.includes(word)) {
            const { done, value } = await reader.read()
            if (done) throw new Error(`the stream ended before ${word}: ${text}`)
            text += decoder.decode(value, { stream: true })
          }
          return text
        },
        close: () => reader.cancel(),
      }
    },
  }
}
