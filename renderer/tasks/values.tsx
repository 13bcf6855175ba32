import { Facts } from '../components/facts'
import classes from './task-page.module.css'

/** What a task was given or answered: simple values by name, anything else as it is. */
export function Values({ value, nothing }: { value: unknown; nothing: string }) {
  if (value === null || value === undefined) return <p className={classes.quiet}>{nothing}</p>
  if (typeof value !== 'object' || Array.isArray(value)) return <pre className={classes.json}>{shown(value)}</pre>
  const entries = Object.entries(value)
  if (entries.length === 0) return <p className={classes.quiet}>{nothing}</p>
  return (
    <Facts
      facts={entries.map(([name, one]) => [
        nameInWords(name),
        isSimple(one) ? (
          String(one ?? '–')
        ) : (
          <pre key={name} className={classes.json}>
            {shown(one)}
          </pre>
        ),
      ])}
    />
  )
}

const shown = (value: unknown) => JSON.stringify(value, null, 2)
const isSimple = (value: unknown) => value === null || typeof value !== 'object'

/** `period_id`: Period id. */
export function nameInWords(name: string): string {
  const spaced = name.replaceAll('_', ' ')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
