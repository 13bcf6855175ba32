import type { ReactNode } from 'react'
import { useAsk } from '../app/office'
import { formatMinor } from '../components/amount'
import { datesInWords } from '../components/dates'
import { Facts } from '../components/facts'
import { words } from '../words/en'
import classes from './task-page.module.css'

const text = words.tasks.page

/** What a task was given or answered: simple values by name, anything else as it is. */
export function Values({ value, nothing }: { value: unknown; nothing: string }) {
  const office = useAsk('office.read_setting', { setting: 'office' }).data
  if (value === null || value === undefined) return <p className={classes.quiet}>{nothing}</p>
  if (typeof value !== 'object' || Array.isArray(value)) return <pre className={classes.json}>{shown(value)}</pre>
  const entries = Object.entries(value)
  if (entries.length === 0) return <p className={classes.quiet}>{nothing}</p>
  const said = entries.find(([name]) => name === 'currency')?.[1] ?? office?.currency
  const currency = typeof said === 'string' ? said : undefined
  return <Facts facts={entries.map(([name, one]) => [factName(name), valueInWords(name, one, currency)])} />
}

function valueInWords(name: string, value: unknown, currency: string | undefined): ReactNode {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'boolean') return value ? text.yes : text.no
  if (typeof value === 'number' && name.endsWith('_minor'))
    return [formatMinor(value, currency), currency].filter(Boolean).join(' ')
  if (typeof value === 'string') return datesInWords(value)
  if (typeof value !== 'object') return String(value)
  return <pre className={classes.json}>{shown(value)}</pre>
}

const shown = (value: unknown) => JSON.stringify(value, null, 2)

/** `gross_minor`: Gross; `period_id`: Period. What a value is made of is said by how it is shown. */
const factName = (name: string): string => nameInWords(name.replace(/_(minor|id)$/, ''))

/** `period_id`: Period id. */
export function nameInWords(name: string): string {
  const spaced = name.replaceAll('_', ' ')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
