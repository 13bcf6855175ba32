import type { ReactNode } from 'react'
import { Refused } from '../app/client'
import { Mark } from './mark'
import classes from './refusal.module.css'

type Reason = { code: string; message: string; fix: string }
type ReasonLineProps = {
  reason: Reason
  isCalm?: boolean
  inPanel?: boolean
  /** In place of “Failed” or “Needs you”. */
  mark?: ReactNode
  children?: ReactNode
}

/** A reason where it arose: what happened, what to do, and what does it. */
export function ReasonLine({ reason, isCalm = false, inPanel = false, mark, children }: ReasonLineProps) {
  return (
    <div className={classes.refusal} role="status" data-calm={isCalm || undefined} data-panel={inPanel || undefined}>
      {mark ?? <Mark state={isCalm ? 'needs' : 'failed'} />}
      <div className={classes.words}>
        <p className={classes.what}>{reason.message}</p>
        <p>{reason.fix}</p>
        <div className={classes.actions}>
          {children}
          <code className={classes.code}>{reason.code}</code>
        </div>
      </div>
    </div>
  )
}

/** Why the office refused what was asked of it; nothing while it did not. */
export function Refusal({ error, inPanel = false }: { error: Error | null | undefined; inPanel?: boolean }) {
  if (!error) return null
  const reason = error instanceof Refused ? error : { code: 'window', message: error.message, fix: '' }
  return <ReasonLine reason={reason} inPanel={inPanel} />
}
