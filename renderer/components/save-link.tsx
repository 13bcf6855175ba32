import { Button } from '@mantine/core'
import { type MouseEvent, useState } from 'react'
import type { Input } from '../../jobs/api/contract'
import { useClient } from '../app/office'
import { words } from '../words/en'
import { RefusedLine } from './refused-line'
import { saveBytes } from './save-file'

type ListExport =
  | 'exports.tasks'
  | 'exports.people'
  | 'exports.periods'
  | 'exports.schedules'
  | 'exports.outbox'
  | 'exports.audit'
  | 'exports.imports'
type ChartExport = 'exports.charts' | 'exports.chart_people'
type FileMethod =
  | 'exports.year_totals'
  | 'exports.pay_sheet'
  | 'imports.errors'
  | 'imports.template'
  | 'imports.export'
  | 'payroll.saved_bank_file'
  | 'payroll.handover'
  | 'payslips.preview'
  | ChartExport
  | ListExport

/** What makes a link save a file of the office: over HTTP the browser fetches it, over the port its bytes arrive here. */
function useSaving<M extends FileMethod>(method: M, input: Input<M>, href: string) {
  const client = useClient()
  const [error, setError] = useState<Error | null>(null)
  if (client.transport === 'HTTP') return { link: { href, download: true }, error }
  const onClick = (event: MouseEvent) => {
    event.preventDefault()
    setError(null)
    client.call(method, input).then(saveBytes).catch(setError)
  }
  return { link: { href, onClick }, error }
}

type SaveLinkProps<M extends FileMethod> = {
  method: M
  input: Input<M>
  href: string
  name?: string
  /** Beside other tools it looks like them. */
  isTool?: boolean
  children: string
}

export function SaveLink<M extends FileMethod>({ method, input, href, name, isTool, children }: SaveLinkProps<M>) {
  const { link, error } = useSaving(method, input, href)
  const { href: address, ...saving } = link
  if (isTool) {
    return (
      <>
        <Button component="a" variant="subtle" href={address} {...saving} aria-label={name}>
          {children}
        </Button>
        <RefusedLine error={error} />
      </>
    )
  }
  return (
    <>
      <a href={address} {...saving} aria-label={name}>
        {children}
      </a>
      <RefusedLine error={error} />
    </>
  )
}

type SaveListProps<M extends ListExport> = { method: M; filter: Input<M> & Record<string, string | undefined> }

/** Saves a list as it is filtered: every row of it, those that were not read yet too. */
export function SaveList<M extends ListExport>({ method, filter }: SaveListProps<M>) {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined) as [string, string][]
  const path = `/api/exports/${method.slice('exports.'.length)}.csv`
  const href = given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
  const { link, error } = useSaving(method, filter, href)
  return (
    <>
      <RefusedLine error={error} />
      <Button component="a" {...link}>
        {words.list.export}
      </Button>
    </>
  )
}
