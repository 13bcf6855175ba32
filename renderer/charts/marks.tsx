import { type KeyboardEvent, type ReactNode, useState } from 'react'
import classes from './charts.module.css'

/** Something in a chart that stands for people: a bar, a month. `href`: their list; null: this person may not read it. */
export type Mark = { key: string; label: string; href: string | null; isShown?: boolean; drawn: ReactNode }

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** The marks of a chart are one stop for Tab; arrows, Home and End move among them, Enter opens the people behind one. */
export function Marks({ marks }: { marks: Mark[] }) {
  const [atKey, setAtKey] = useState<string | null>(null)
  const chosen = marks.findIndex((mark) => mark.key === atKey)
  const stop =
    chosen !== -1
      ? chosen
      : Math.max(
          0,
          marks.findIndex((mark) => mark.isShown),
        )
  const press = (event: KeyboardEvent<Element>, index: number) => {
    const step = STEPS[event.key]
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? marks.length - 1 : step && index + step
    if (to === undefined || marks[to] === undefined) return
    event.preventDefault()
    const links = event.currentTarget.closest('svg')?.querySelectorAll<SVGAElement>('a[data-mark]')
    links?.[to]?.focus()
  }
  return marks.map((mark, index) =>
    mark.href === null ? (
      <g key={mark.key} className={classes.mark} data-shown={mark.isShown || undefined}>
        <title>{mark.label}</title>
        {mark.drawn}
      </g>
    ) : (
      <a
        key={mark.key}
        className={classes.mark}
        data-mark=""
        data-shown={mark.isShown || undefined}
        href={mark.href}
        aria-label={mark.label}
        tabIndex={index === stop ? 0 : -1}
        onFocus={() => setAtKey(mark.key)}
        onKeyDown={(event) => press(event, index)}
      >
        <title>{mark.label}</title>
        {mark.drawn}
      </a>
    ),
  )
}
