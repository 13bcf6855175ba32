import type { ReactNode } from 'react'
import { Refused } from '../app/client'
import { Mark } from './mark'
import classes from './refused-line.module.css'

/** A refusal as one text, where no line of its own has room: what is wrong and what to do. */
export const refusalText = (error: Error): string =>
  error instanceof Refused ? `${error.message} ${error.fix}`.trim() : error.message

/** What the office refused, where it was asked: what is wrong, what to do, and the buttons that do it. */
export function RefusedLine({ error, children }: { error: Error | null; children?: ReactNode }) {
  if (!error) return null
  const [message, fix] = error instanceof Refused ? [error.message, error.fix] : [error.message, '']
  return (
    <div className={classes.refusal} role="alert">
      <Mark state="failed" word={message} />
      {fix !== '' && <p className={classes.fix}>{fix}</p>}
      {children && <div className={classes.actions}>{children}</div>}
    </div>
  )
}
