import { Button, Checkbox, Radio, Table, TextInput } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { type JoinRule, joinTexts, type SplitRule, splitName } from '../../jobs/values/parted-text'
import { Icon } from '../components/icons'
import { words } from '../words/en'
import classes from './map-columns.module.css'

type Import = Output<'imports.get'>
type Column = Import['columns'][number]

/** Columns that are split and fields that are joined, as they stand on the page. */
export type Parting = { splits: Record<string, SplitRule | null>; joins: Record<string, JoinRule | null> }

const text = words.imports.map.parting

/** A first proposal, from how the values are written. */
export const proposedSplit = ({ samples }: Column): SplitRule =>
  samples.some((one) => one.includes(','))
    ? { at: 'comma', first: 'family_name' }
    : { at: 'last_blank', first: 'given_name' }

/** Whether rows of this kind have the two parts of a name. */
export const hasNameParts = ({ fields }: Import): boolean =>
  ['given_name', 'family_name'].every((part) => fields.some(({ field }) => field === part))

type SplitRowProps = { one: Import; column: Column; rule: SplitRule; onRule(rule: SplitRule | null): void }

/** How a column is cut into given and family name, with what becomes of its first values. */
export function SplitRow({ one, column, rule, onRule }: SplitRowProps) {
  const labelOf = (field: string) => one.fields.find((known) => known.field === field)?.label ?? field
  return (
    <PartingRow label={text.splitOf(column.column)} onLeave={() => onRule(null)} leave={text.noSplit}>
      <Radio.Group
        className={classes.answers ?? ''}
        label={text.cut}
        value={rule.at}
        onChange={(at) => onRule({ ...rule, at: at as SplitRule['at'] })}
      >
        {(['comma', 'first_blank', 'last_blank'] as const).map((at) => (
          <Radio key={at} value={at} label={text.at[at]} />
        ))}
      </Radio.Group>
      <Radio.Group
        className={classes.answers ?? ''}
        label={text.first}
        value={rule.first}
        onChange={(first) => onRule({ ...rule, first: first as SplitRule['first'] })}
      >
        {(['given_name', 'family_name'] as const).map((first) => (
          <Radio key={first} value={first} label={labelOf(first)} />
        ))}
      </Radio.Group>
      <Preview
        rows={column.samples.map((sample) => {
          const parts = splitName(sample, rule)
          return [
            sample,
            `${labelOf('given_name')}: ${parts.given_name || '–'} · ${labelOf('family_name')}: ${parts.family_name || '–'}`,
          ]
        })}
      />
    </PartingRow>
  )
}

type JoinRowProps = { one: Import; label: string; rule: JoinRule; onRule(rule: JoinRule | null): void }

/** Which columns a field is joined of and what stands between them, with what becomes of their first values. */
export function JoinRow({ one, label, rule, onRule }: JoinRowProps) {
  const samplesOf = (name: string) => one.columns.find(({ column }) => column === name)?.samples ?? []
  const rows = Math.max(0, ...rule.columns.map((name) => samplesOf(name).length))
  return (
    <PartingRow label={text.joinOf(label)} onLeave={() => onRule(null)} leave={text.noJoin}>
      <Checkbox.Group
        className={classes.answers ?? ''}
        label={text.columns}
        value={rule.columns}
        onChange={(columns) => onRule({ ...rule, columns })}
      >
        {one.columns
          .filter(({ is_made }) => !is_made)
          .map(({ column }) => (
            <Checkbox key={column} value={column} label={column} disabled={column === rule.columns[0]} />
          ))}
      </Checkbox.Group>
      <TextInput
        label={text.between}
        value={rule.between}
        maxLength={10}
        onChange={(event) => onRule({ ...rule, between: event.currentTarget.value })}
      />
      <Preview
        rows={Array.from({ length: rows }, (_, at) => {
          const texts = rule.columns.map((name) => samplesOf(name)[at] ?? '')
          return [texts.join(' · '), joinTexts(texts, rule.between)]
        })}
      />
    </PartingRow>
  )
}

type PartingRowProps = { label: string; leave: string; onLeave(): void; children: React.ReactNode }

function PartingRow({ label, leave, onLeave, children }: PartingRowProps) {
  return (
    <Table.Tr className={classes.made}>
      <Table.Td />
      <Table.Td colSpan={5}>
        <fieldset className={classes.parting} aria-label={label}>
          <p className={classes.name}>{label}</p>
          {children}
          <div>
            <Button variant="subtle" onClick={onLeave}>
              {leave}
            </Button>
          </div>
        </fieldset>
      </Table.Td>
    </Table.Tr>
  )
}

/** The first values, before → after. */
const Preview = ({ rows }: { rows: [before: string, after: string][] }) => (
  <ul className={classes.preview}>
    {rows.map(([before, after]) => (
      <li key={before}>
        <span className={classes.samples}>{before}</span>
        <Icon name="arrow" />
        <span>{after || '–'}</span>
      </li>
    ))}
  </ul>
)
