import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Every office of the pictures opens at this instant, so that a picture changes only when its screen does. */
export const NOW = '2026-11-25T09:40:00Z'
export const ZONE = 'Europe/Lisbon'
const SAMPLE_MS = 300_000

/** A served office in a folder of its own: `ask(verb, path, body)` over REST, `drop(name, text, fields)` imports a file. */
export async function openOffice(root, ...args) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daybook-screens-'))
  const office = spawn(
    process.execPath,
    [path.join(root, 'dist/office/daybook.cjs'), 'serve', '--test', '--data', folder, '--port', '0', ...args],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, TZ: ZONE, DAYBOOK_TEST_NOW: NOW } },
  )
  const ended = new Promise((resolve) => office.once('exit', resolve))
  const { url, token } = JSON.parse(await firstLine(office))
  const address = new URL(url).origin

  const send = async (verb, at, init) => {
    const headers = { authorization: `Bearer ${token}`, ...init.headers }
    const answer = await fetch(address + at, { method: verb, ...init, headers, signal: AbortSignal.timeout(SAMPLE_MS) })
    const read = await answer.json()
    if (!answer.ok) throw new Error(`${verb} ${at}: ${JSON.stringify(read)}`)
    return read
  }
  const ask = (verb, at, body) =>
    send(verb, at, body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {})
  const first = async (at) => {
    const { items } = await ask('GET', at)
    if (!items[0]) throw new Error(`${at}: nothing there`)
    return items[0]
  }
  return {
    address,
    ask,
    first,
    link: async () => (await ask('POST', '/api/session/link', {})).url,
    async drop(name, text, fields) {
      const form = new FormData()
      for (const [field, value] of Object.entries(fields)) form.set(field, value)
      form.set('file', new Blob([text]), name)
      const { import_id: id } = await send('POST', '/api/imports', { body: form })
      return id
    },
    async until(at, isSo) {
      for (const from = Date.now(); Date.now() - from < SAMPLE_MS; ) {
        const read = await ask('GET', at)
        if (isSo(read)) return read
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      throw new Error(`${at} did not become what the picture shows`)
    },
    async close() {
      office.kill('SIGTERM')
      await ended
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

function firstLine(child) {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(text.split('\n')[0])
    })
    child.once('exit', (code) => reject(new Error(`the office ended with ${code} before it was ready`)))
  })
}
