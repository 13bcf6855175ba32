import { Button } from '@mantine/core'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import type { Input } from '../../jobs/api/contract'
import { useClient } from '../app/office'
import { words } from '../words/en'
import { RefusedLine } from './refused-line'
import { saveBytes } from './save-file'
import classes from './save-link.module.css'

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

/** Whoever waits longer than this is told, and may call it off; a shorter wait would only flicker. */
const TOLD_AFTER_MS = 300

type Progress = { done: number; total: number }

/**
 * What makes a link save a file of the office, in a browser and in the desktop alike: it is made and fetched whole, then
 * saved, so that nothing half-written is left anywhere.
 */
function useSaving<M extends FileMethod>(method: M, input: Input<M>, href: string) {
  const client = useClient()
  const [error, setError] = useState<Error | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const underWay = useRef<AbortController | null>(null)
  useEffect(() => () => underWay.current?.abort(), [])
  const save = async () => {
    if (underWay.current) return
    const calledOff = new AbortController()
    underWay.current = calledOff
    setError(null)
    const waits = `file-${Math.random().toString(36).slice(2)}`
    let stop = () => {}
    const tell = window.setTimeout(() => {
      setProgress({ done: 0, total: 0 })
      stop = client.onEvent(({ type, key, done, total }) => {
        if (type === 'file_progress' && key === waits) setProgress({ done: Number(done), total: Number(total) })
      })
    }, TOLD_AFTER_MS)
    try {
      saveBytes(await client.file(method, input, href, { waits, signal: calledOff.signal }))
    } catch (refused) {
      if (!calledOff.signal.aborted) setError(refused instanceof Error ? refused : new Error(String(refused)))
    } finally {
      window.clearTimeout(tell)
      stop()
      underWay.current = null
      setProgress(null)
    }
  }
  const onClick = (event: MouseEvent) => {
    event.preventDefault()
    void save()
  }
  const told = (
    <>
      {progress && <SavingLine {...progress} onCancel={() => underWay.current?.abort()} />}
      <RefusedLine error={error} />
    </>
  )
  return { onClick, told }
}

/** A file that is being made: how far it is, and the way out. */
function SavingLine({ done, total, onCancel }: Progress & { onCancel(): void }) {
  const text = words.list.saving
  return (
    <span className={classes.saving}>
      <span role="status">{total > 0 ? text.part(done / total) : text.rows(done)}</span>
      <Button size="compact-sm" onClick={onCancel}>
        {text.cancel}
      </Button>
    </span>
  )
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
  const { onClick, told } = useSaving(method, input, href)
  if (isTool) {
    return (
      <>
        <Button component="a" variant="subtle" href={href} onClick={onClick} aria-label={name}>
          {children}
        </Button>
        {told}
      </>
    )
  }
  return (
    <>
      <a href={href} onClick={onClick} aria-label={name}>
        {children}
      </a>
      {told}
    </>
  )
}

type SaveListProps<M extends ListExport> = { method: M; filter: Input<M> & Record<string, string | undefined> }

/** Saves a list as it is filtered: every row of it, those that were not read yet too. */
export function SaveList<M extends ListExport>({ method, filter }: SaveListProps<M>) {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined) as [string, string][]
  const path = `/api/exports/${method.slice('exports.'.length)}.csv`
  const href = given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
  const { onClick, told } = useSaving(method, filter, href)
  return (
    <>
      {told}
      <Button component="a" href={href} onClick={onClick}>
        {words.list.export}
      </Button>
    </>
  )
}
