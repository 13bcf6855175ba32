import type { ReactNode } from 'react'
import classes from './side-panel.module.css'

/** The right column: context of the page, never a second page. */
export function SidePanel({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <aside className={classes.panel} aria-label={label} tabIndex={0}>
      {children}
    </aside>
  )
}
