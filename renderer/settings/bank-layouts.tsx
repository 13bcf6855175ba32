import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import {
  CSV_DATES,
  CSV_DECIMALS,
  CSV_DELIMITERS,
  CSV_FIELDS,
  type CsvField,
  type CsvLayout,
  STANDARD_LAYOUT,
} from '../../jobs/values/bank-layout'
import { ForRole } from '../app/lock/for-role'
import { Section } from '../components/section'
import { words } from '../words/en'
import { Fields } from './fields'
import classes from './settings.module.css'
import type { SettingForm } from './use-setting'

const text = words.payOut.bank
type Set = (change: Partial<CsvLayout>) => void

/** The layouts the office made for its banks' portals. */
export function BankLayouts({ form }: { form: SettingForm }) {
  const layouts = (form.value.layouts ?? []) as CsvLayout[]
  const put = (next: CsvLayout[]) => form.set('layouts', next)
  return (
    <Section
      title={text.layouts}
      count={layouts.length}
      tools={
        <ForRole needed="manager">
          <Button onClick={() => put([...layouts, { ...STANDARD_LAYOUT, name: text.newName(layouts.length + 1) }])}>
            {text.add}
          </Button>
        </ForRole>
      }
    >
      {layouts.length === 0 && <p className={classes.prose}>{text.noLayouts}</p>}
      {form.wrong('layouts') && <p className={classes.refused}>{form.wrong('layouts')}</p>}
      {layouts.map((layout, index) => (
        <Layout
          // biome-ignore lint/suspicious/noArrayIndexKey: a layout is told by its place while its name is being typed
          key={index}
          layout={layout}
          set={(change) => put(layouts.map((one, at) => (at === index ? { ...one, ...change } : one)))}
          drop={() => put(layouts.filter((_, at) => at !== index))}
        />
      ))}
    </Section>
  )
}

function Layout({ layout, set, drop }: { layout: CsvLayout; set: Set; drop: () => void }) {
  return (
    <Fields label={layout.name}>
      <div className={classes.line}>
        <TextInput
          label={text.name}
          value={layout.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <ForRole needed="manager">
          <Button onClick={drop}>{text.drop(layout.name)}</Button>
        </ForRole>
      </div>
      <div className={classes.line}>
        <Select
          label={text.delimiter}
          data={CSV_DELIMITERS.map((value) => ({ value, label: text.delimiters[value] ?? value }))}
          value={layout.delimiter}
          allowDeselect={false}
          onChange={(delimiter) => delimiter && set({ delimiter })}
        />
        <Select
          label={text.decimal}
          data={CSV_DECIMALS.map((value) => ({ value, label: text.decimals[value] ?? value }))}
          value={layout.decimal}
          allowDeselect={false}
          onChange={(decimal) => decimal && set({ decimal })}
        />
        <Select
          label={text.date}
          data={[...CSV_DATES]}
          value={layout.date}
          allowDeselect={false}
          onChange={(date) => date && set({ date })}
        />
      </div>
      <Checkbox
        label={text.header}
        checked={layout.header}
        onChange={(event) => set({ header: event.currentTarget.checked })}
      />
      <Checkbox
        label={text.plain}
        checked={layout.plain}
        onChange={(event) => set({ plain: event.currentTarget.checked })}
      />
      <Columns layout={layout} set={set} />
    </Fields>
  )
}

function Columns({ layout: { columns }, set }: { layout: CsvLayout; set: Set }) {
  const change = (index: number, what: Partial<CsvLayout['columns'][number]>) =>
    set({ columns: columns.map((one, at) => (at === index ? { ...one, ...what } : one)) })
  const forward = (index: number) =>
    set({
      columns: [
        ...columns.slice(0, index - 1),
        ...columns.slice(index, index + 1),
        ...columns.slice(index - 1, index),
        ...columns.slice(index + 1),
      ],
    })
  return (
    <>
      <p className={classes.hint}>{text.columns}</p>
      {columns.map((column, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <div key={index} className={classes.line}>
          <Select
            aria-label={text.column(index + 1)}
            data={CSV_FIELDS.map((value) => ({ value, label: text.fields[value] ?? value }))}
            value={column.field}
            allowDeselect={false}
            onChange={(field) => field && change(index, { field: field as CsvField })}
          />
          <TextInput
            aria-label={text.columnTitle(index + 1)}
            value={column.title}
            onChange={(event) => change(index, { title: event.currentTarget.value })}
          />
          <Button aria-label={text.up(index + 1)} disabled={index === 0} onClick={() => forward(index)}>
            ↑
          </Button>
          <Button
            aria-label={text.remove(index + 1)}
            disabled={columns.length === 1}
            onClick={() => set({ columns: columns.filter((_, at) => at !== index) })}
          >
            ×
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => set({ columns: [...columns, { field: 'empty', title: '' }] })}>{text.addColumn}</Button>
      </div>
    </>
  )
}
