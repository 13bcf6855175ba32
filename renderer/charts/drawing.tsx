import type { ReactNode } from 'react'
import classes from './charts.module.css'
import { type Mark, Marks } from './marks'

type DrawingProps = { label: string; width: number; height: number; marks: Mark[]; under?: ReactNode; over?: ReactNode }

/** The sheet of a chart: what lies under the marks, the marks, what is written over them. */
export function Drawing({ label, width, height, marks, under, over }: DrawingProps) {
  // Where nothing can be opened the whole is one picture; its table says what it shows.
  const role = marks.some((mark) => mark.href !== null) ? 'group' : 'img'
  return (
    <svg
      className={classes.drawing}
      role={role}
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {under}
      <Marks marks={marks} />
      {over}
    </svg>
  )
}

type AxisProps = {
  ticks: number[]
  at: (value: number) => number
  from: number
  to: number
  say: (value: number) => string
}

/** Hairlines across at round values, each with its number on the left. */
export const Axis = ({ ticks, at, from, to, say }: AxisProps) => (
  <g>
    {ticks.map((tick) => (
      <g key={tick}>
        <line className={classes.hairline} x1={from} x2={to} y1={at(tick)} y2={at(tick)} />
        <text className={classes.tick} x={from - 8} y={at(tick) + 4} textAnchor="end">
          {say(tick)}
        </text>
      </g>
    ))}
  </g>
)
