import classes from './charts.module.css'
import { Drawing } from './drawing'
import type { Mark } from './marks'

const NAME = 168
const VALUES = 176
const ROW = 24
const GAP = 12
const CHANGE = 72

export type DepartmentBar = {
  key: string
  name: string
  label: string
  href: string | null
  value: number
  /** The same of the other month: an outline under the bar. Undefined: there is no other month. */
  before?: number
  said: string
  /** In percent, beside what is said. */
  change?: string
}

/** A bar for each department, from zero; of two months the earlier one is an outline, the later one filled. */
export function DepartmentBars({ label, width, bars }: { label: string; width: number; bars: DepartmentBar[] }) {
  const room = Math.max(48, width - NAME - VALUES - 2 * GAP)
  const most = Math.max(1, ...bars.flatMap((bar) => [bar.value, bar.before ?? 0]))
  const long = (value: number) => Math.max(value > 0 ? 1 : 0, (Math.max(0, value) / most) * room)
  const marks = bars.map((bar, index): Mark => {
    const y = index * ROW
    const isPair = bar.before !== undefined
    return {
      key: bar.key,
      label: bar.label,
      href: bar.href,
      drawn: (
        <>
          <rect className={classes.hit} x={0} y={y} width={width} height={ROW} />
          {isPair && (
            <rect className={classes.outline} x={NAME + GAP} y={y + 4.5} width={long(bar.before ?? 0)} height={6} />
          )}
          <rect
            className={classes.bar}
            data-full=""
            x={NAME + GAP}
            y={isPair ? y + 12 : y + 6}
            width={long(bar.value)}
            height={isPair ? 8 : 12}
          />
        </>
      ),
    }
  })
  return (
    <Drawing
      label={label}
      width={width}
      height={bars.length * ROW + 4}
      marks={marks}
      over={bars.map((bar, index) => <Words key={bar.key} bar={bar} width={width} y={index * ROW + 16} />)}
    />
  )
}

/** Beside the bar, not in its link: the link says the same in a sentence. */
function Words({ bar, width, y }: { bar: DepartmentBar; width: number; y: number }) {
  return (
    <g className={classes.words}>
      <text className={classes.name} x={NAME} y={y} textAnchor="end">
        {shortened(bar.name)}
      </text>
      <text className={classes.value} x={bar.change === undefined ? width : width - CHANGE} y={y} textAnchor="end">
        {bar.said}
      </text>
      {bar.change !== undefined && (
        <text className={classes.value} x={width} y={y} textAnchor="end">
          {bar.change}
        </text>
      )}
    </g>
  )
}

/** What fits on the left of the bars; the whole name is in the table and under the mouse. */
const shortened = (name: string): string => (name.length > 24 ? `${name.slice(0, 23)}…` : name)
