import { shortMonthOf } from '../components/dates'
import classes from './charts.module.css'
import { Axis, Drawing } from './drawing'
import type { Mark } from './marks'
import { labelEvery, scaleOf } from './scale'

export const LEFT = 64
const RIGHT = 72
const TOP = 20
const BOTTOM = 24
const LABEL = 64
const PARTS = 4

export type MonthPoint = { month: string; href: string | null; label: string }
/** A row of values over the months; null: nobody is counted in that month. */
export type Line = { name: string; values: (number | null)[]; kind: 'first' | 'second' }

type MonthChartProps = {
  label: string
  width: number
  height: number
  months: MonthPoint[]
  shown: string | null
  lines: Line[]
  /** Bars from zero, or lines on a scale that fits them. */
  as: 'bars' | 'lines'
  /** A value beside the axis, and one that is written out. */
  tick: (value: number) => string
  say: (value: number) => string
  isWhole?: boolean
}

/** Values over the months: bars of one, lines of one or two. Two lines differ in dash and in the shape of their points. */
export function MonthChart(props: MonthChartProps) {
  const { width, height, months, shown, lines, as, tick, say } = props
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null))
  const lowest = as === 'bars' ? Math.min(0, ...values) : Math.min(...values)
  const inner = height - TOP - BOTTOM
  const scale = scaleOf(lowest, Math.max(...values), inner, PARTS, props.isWhole)
  const y = (value: number) => TOP + inner - scale.at(value)
  const band = (width - LEFT - RIGHT) / Math.max(1, months.length)
  const middle = (index: number) => LEFT + band * (index + 0.5)
  const marks = months.map(
    ({ month, href, label }, index): Mark => ({
      key: month,
      label,
      href,
      isShown: month === shown,
      drawn: (
        <>
          <rect className={classes.hit} x={LEFT + band * index} y={TOP - 4} width={band} height={inner + 8} />
          {as === 'bars'
            ? lines.map((line) => (
                <Bar key={line.name} value={line.values[index]} x={middle(index)} band={band} y={y} />
              ))
            : lines.map((line) => (
                <Point key={line.name} value={line.values[index]} x={middle(index)} y={y} line={line} />
              ))}
        </>
      ),
    }),
  )
  return (
    <Drawing
      label={props.label}
      width={width}
      height={height}
      marks={marks}
      under={
        <>
          <Axis ticks={scale.ticks} at={y} from={LEFT} to={width - RIGHT} say={tick} />
          <MonthLabels months={months} shown={shown} band={band} y={height - 6} />
          {as === 'lines' &&
            lines.map((line) => (
              <path key={line.name} className={classes.line} data-kind={line.kind} d={pathOf(line, middle, y)} />
            ))}
        </>
      }
      over={
        as === 'lines' ? (
          <Names lines={lines} x={width - RIGHT + 8} y={y} />
        ) : (
          <Shown {...{ lines, months, shown, middle, y, say }} />
        )
      }
    />
  )
}

type BarProps = { value: number | null | undefined; x: number; band: number; y: (value: number) => number }

function Bar({ value, x, band, y }: BarProps) {
  if (value == null) return null
  const width = Math.max(2, Math.min(32, band * 0.64))
  const [top, foot] = [Math.min(y(value), y(0)), Math.max(y(value), y(0))]
  return <rect className={classes.bar} x={x - width / 2} y={top} width={width} height={Math.max(foot - top, 1)} />
}

type PointProps = { value: number | null | undefined; x: number; y: (value: number) => number; line: Line }

function Point({ value, x, y, line }: PointProps) {
  if (value == null) return null
  return line.kind === 'first' ? (
    <circle className={classes.point} data-kind={line.kind} cx={x} cy={y(value)} r={3} />
  ) : (
    <rect className={classes.point} data-kind={line.kind} x={x - 3} y={y(value) - 3} width={6} height={6} />
  )
}

/** A gap stays a gap: no line leads over a month that nobody has told of. */
function pathOf(line: Line, middle: (index: number) => number, y: (value: number) => number): string {
  let isDown = false
  return line.values
    .map((value, index) => {
      const step = value === null ? '' : `${isDown ? 'L' : 'M'}${middle(index).toFixed(1)} ${y(value).toFixed(1)}`
      isDown = value !== null
      return step
    })
    .join('')
}

/** The lines' names at their ends, kept apart where the ends meet. */
function Names({ lines, x, y }: { lines: Line[]; x: number; y: (value: number) => number }) {
  const ends = lines
    .map((line) => ({ line, end: line.values.filter((value) => value !== null).at(-1) }))
    .flatMap(({ line, end }) => (end == null ? [] : [{ line, at: y(end) + 4 }]))
    .sort((a, b) => a.at - b.at)
  return ends.map(({ line, at }, index) => (
    <text key={line.name} className={classes.name} x={x} y={Math.max(at, (ends[index - 1]?.at ?? -20) + 14)}>
      {line.name}
    </text>
  ))
}

type ShownProps = {
  lines: Line[]
  months: MonthPoint[]
  shown: string | null
  middle: (index: number) => number
  y: (value: number) => number
  say: (value: number) => string
}

/** The value of the month that is shown, over its bar. */
function Shown({ lines, months, shown, middle, y, say }: ShownProps) {
  const index = months.findIndex(({ month }) => month === shown)
  const value = lines[0]?.values[index]
  if (value == null) return null
  return (
    <text className={classes.value} x={middle(index)} y={y(Math.max(0, value)) - 6} textAnchor="middle">
      {say(value)}
    </text>
  )
}

type LabelsProps = { months: MonthPoint[]; shown: string | null; band: number; y: number }

function MonthLabels({ months, shown, band, y }: LabelsProps) {
  const every = labelEvery(band, LABEL)
  const last = months.length - 1
  return (
    <g>
      {months.map(({ month }, index) => {
        const isShown = month === shown
        const isCrowded = months.findIndex((one) => one.month === shown)
        const isNear = isCrowded !== -1 && !isShown && Math.abs(isCrowded - index) * band < LABEL
        if (!isShown && ((last - index) % every !== 0 || isNear)) return null
        return (
          <text
            key={month}
            className={classes.tick}
            data-shown={isShown || undefined}
            x={LEFT + band * (index + 0.5)}
            y={y}
            textAnchor="middle"
          >
            {shortMonthOf(month)}
          </text>
        )
      })}
    </g>
  )
}
