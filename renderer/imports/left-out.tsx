import type { Output } from '../../jobs/api/contract'
import { Section } from '../components/section'
import { words } from '../words/en'
import classes from './imports.module.css'

type LeftAlone = Output<'imports.get'>['left_alone'][number]

/** The columns nothing is read from; several that are left out for one reason stand together. */
export function LeftOut({ columns }: { columns: readonly LeftAlone[] }) {
  if (columns.length === 0) return null
  const byReason = new Map<string, string[]>()
  for (const { column, reason, fix } of columns) {
    const why = `${reason} ${fix}`
    byReason.set(why, [...(byReason.get(why) ?? []), column])
  }
  return (
    <Section inPanel title={words.imports.map.leftAlone} count={columns.length}>
      <div className={classes.told}>
        {[...byReason].map(([why, names]) => (
          <div key={why}>
            <h3>{names.join(', ')}</h3>
            <p>{why}</p>
          </div>
        ))}
      </div>
    </Section>
  )
}
