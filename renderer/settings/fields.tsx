import type { ReactNode } from 'react'
import { useMay } from '../app/lock/use-session'
import classes from './settings.module.css'

/** The fields of a setting: to be changed by a manager or an owner, to be read by the others. */
export function Fields({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className={classes.fields} aria-label={label} disabled={!useMay('manager')}>
      {children}
    </fieldset>
  )
}

/** Digits become a number; what is none goes to the office as it was typed, which says what it expects. */
export const figureOf = (typed: string): number | string | null =>
  typed.trim() === '' ? null : /^\d+$/.test(typed.trim()) ? Number(typed) : typed
