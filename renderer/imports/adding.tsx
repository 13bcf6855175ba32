import { Checkbox, Table } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { words } from '../words/en'
import classes from './map-columns.module.css'
import { addedTo, addsOf, type Stands, standsFor, togetherFields } from './stands'

type Import = Output<'imports.get'>
type Column = Import['columns'][number]

const text = words.imports.map.adding

/** Whether a column may be asked for several at once: it holds an amount, or nothing yet and has figures. */
export function maySaySeveral(one: Import, column: Column, said: Stands): boolean {
  const [first] = standsFor(column, said)
  if (togetherFields(one).length < 2) return false
  return first === undefined ? column.samples.some((sample) => /\d/.test(sample)) : addsOf(one, first) === 'together'
}

type AddingRowProps = { one: Import; column: Column; said: Stands; onSay(fields: string[]): void }

/** Which components a column of the sheet holds together. */
export function AddingRow({ one, column, said, onSay }: AddingRowProps) {
  const fields = togetherFields(one)
  return (
    <Table.Tr className={classes.made}>
      <Table.Td />
      <Table.Td colSpan={5}>
        <fieldset className={classes.parting} aria-label={text.holds(column.column)}>
          <Checkbox.Group
            className={classes.answers ?? ''}
            label={text.holds(column.column)}
            value={[...standsFor(column, said)]}
            onChange={(chosen) => onSay(fields.flatMap(({ field }) => (chosen.includes(field) ? [field] : [])))}
          >
            {fields.map(({ field, label }) => (
              <Checkbox key={field} value={field} label={label} />
            ))}
          </Checkbox.Group>
          <p className={classes.kept}>{text.how}</p>
        </fieldset>
      </Table.Td>
    </Table.Tr>
  )
}

/** That other columns are added to this one; nothing where none is. */
export function AddedWith({ one, column, said }: Omit<AddingRowProps, 'onSay'>) {
  const others = addedTo(one, said, column).filter((other) => other !== column)
  if (others.length === 0) return null
  return <div className={classes.with}>{text.with(others.map((other) => other.column))}</div>
}
