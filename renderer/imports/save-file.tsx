import type { Input } from '../../jobs/api/contract'
import { useClient } from '../app/office'
import { saveBytes } from '../components/save-file'

type FileMethod = 'imports.errors' | 'imports.template' | 'imports.export'

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
        void client.call(method, input).then(saveBytes)
      }}
    >
      {children}
    </a>
  )
}
