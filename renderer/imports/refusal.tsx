import { Refused } from '../app/client'
import { Mark } from '../components/mark'
import classes from './imports.module.css'

/** What was refused and how to mend it, where the question is. */
export function Refusal({ error }: { error: unknown }) {
  if (!error) return null
  const { message, fix } = error instanceof Refused ? error : { message: String(error), fix: '' }
  return (
    <div className={classes.refusal} role="alert">
      <Mark state="failed" wraps word={message} />
      <p>{fix}</p>
    </div>
  )
}
