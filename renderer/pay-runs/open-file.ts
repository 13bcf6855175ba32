import type { Client } from '../app/client'

/** Opens a file of the office: the loopback server sends it as a download under its own path. */
export function openFile(client: Client, file: { fileName: string }, path: string): void {
  if (client.transport !== 'HTTP') return
  const link = document.createElement('a')
  link.href = path
  link.download = file.fileName
  link.click()
}
