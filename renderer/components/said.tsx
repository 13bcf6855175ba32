import { Refused } from '../app/client'
import classes from './said.module.css'

type SaidProps = { error?: Error | null; done?: string | false | null }

/** What the office answered to a form, beside the form: a refusal with its fix, or that it is done. Read out as it comes. */
export function Said({ error, done }: SaidProps) {
  return (
    <div aria-live="polite">
      {error && (
        <div className={classes.refused}>
          <p className={classes.what}>{error.message}</p>
          {error instanceof Refused && <p>{error.fix}</p>}
        </div>
      )}
      {!error && done && <p className={classes.done}>{done}</p>}
    </div>
  )
}
