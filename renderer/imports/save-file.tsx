import type { Input, Output } from '../../jobs/api/contract'
import type { Client } from '../app/client'
import { useClient } from '../app/office'

type FileMethod = 'imports.errors' | 'imports.template'

/** A link that saves a file of the office: over HTTP the browser fetches it, over the port its bytes arrive here. */
export function SaveFile<M extends FileMethod>({
  method,
  input,
  href,
  name,
  children,
}: {
  method: M
  input: Input<M>
  href: string
  name?: string
  children: string
}) {
  const client = useClient()
  if (client.transport === 'HTTP') {
    return (
      <a href={href} download aria-label={name}>
        {children}
      </a>
    )
  }
  return (
    <a
      href={href}
      aria-label={name}
      onClick={(event) => {
        event.preventDefault()
        void save(client, method, input)
      }}
    >
      {children}
    </a>
  )
}

async function save<M extends FileMethod>(client: Client, method: M, input: Input<M>): Promise<void> {
  const { fileName, mediaType, bytes }: Output<FileMethod> = await client.call(method, input)
  if (!bytes) return
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }))
  link.download = fileName
  link.click()
  URL.revokeObjectURL(link.href)
}
