import { Button } from '@mantine/core'
import type { MouseEvent } from 'react'
import type { Input } from '../../jobs/api/contract'
import { useClient } from '../app/office'
import { words } from '../words/en'
import { saveBytes } from './save-file'

type ListExport =
  | 'exports.tasks'
  | 'exports.people'
  | 'exports.periods'
  | 'exports.schedules'
  | 'exports.outbox'
  | 'exports.audit'
  | 'exports.imports'
type FileMethod = 'exports.year_totals' | 'imports.errors' | 'imports.template' | 'imports.export' | ListExport

/** What makes a link save a file of the office: over HTTP the browser fetches it, over the port its bytes arrive here. */
function useSaving<M extends FileMethod>(method: M, input: Input<M>, href: string) {
  const client = useClient()
  if (client.transport === 'HTTP') return { href, download: true }
  const onClick = (event: MouseEvent) => {
    event.preventDefault()
    void client.call(method, input).then(saveBytes)
  }
  return { href, onClick }
}

type SaveLinkProps<M extends FileMethod> = {
  method: M
  input: Input<M>
  href: string
  name?: string
  children: string
}

export function SaveLink<M extends FileMethod>({ method, input, href, name, children }: SaveLinkProps<M>) {
  const { href: address, ...saving } = useSaving(method, input, href)
  return (
    <a href={address} {...saving} aria-label={name}>
      {children}
    </a>
  )
}

type SaveListProps<M extends ListExport> = { method: M; filter: Input<M> & Record<string, string | undefined> }

/** Saves a list as it is filtered: every row of it, those that were not read yet too. */
export function SaveList<M extends ListExport>({ method, filter }: SaveListProps<M>) {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined) as [string, string][]
  const path = `/api/exports/${method.slice('exports.'.length)}.csv`
  const href = given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
  return (
    <Button component="a" {...useSaving(method, filter, href)}>
      {words.list.export}
    </Button>
  )
}
