type SentFile = { fileName: string; mediaType: string; bytes?: Uint8Array | undefined }

/** Saves a file of the office whose bytes have come over the desktop's port. */
export function saveBytes({ fileName, mediaType, bytes }: SentFile): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes ?? [])], { type: mediaType }))
  follow(address, fileName)
  URL.revokeObjectURL(address)
}

/** Saves what an answer names: in a browser from its own path, in the desktop from the bytes that came with the answer. */
export function saveAnswer(transport: 'MessagePort' | 'HTTP', file: SentFile, path: string): void {
  if (transport === 'HTTP') follow(path, file.fileName)
  else saveBytes(file)
}

function follow(address: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
}
