import { Button, Radio, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ForRole } from '../../app/lock/for-role'
import { useAct } from '../../app/office'
import { Amount, formatMinor } from '../../components/amount'
import { RefusedLine } from '../../components/refused-line'
import { Section } from '../../components/section'
import { PanelTitle, SidePanel } from '../../components/side-panel'
import { Sum } from '../../components/sum'
import { words } from '../../words/en'
import classes from './figure-panel.module.css'
import { PartSections } from './part-sections'
import type { SheetAddress } from './sheet-address'
import type { Sheet, SheetCell, SheetPerson } from './use-sheet'

const text = words.paySheet.panel
const SUMS: readonly string[] = ['gross', 'deductions', 'employer_cost', 'net']

type FigurePanelProps = {
  sheet: Sheet
  /** Whose cell; null: the whole column. */
  person: SheetPerson | null
  column: Sheet['columns'][number]
  address: SheetAddress
  when: (iso: string) => string
}

/** One figure on both sides: where the office's comes from, and what somebody says to the difference. */
export function FigurePanel({ sheet, person, column, address, when }: FigurePanelProps) {
  const { currency } = sheet
  const cell = person?.cells[sheet.columns.indexOf(column)] ?? null
  const sides = cell
    ? { office: cell.office_minor, sheet: cell.sheet_minor, difference: cell.difference_minor }
    : { office: column.office_minor, sheet: column.sheet_minor, difference: column.difference_minor }
  const shown = (minor: number | null) =>
    minor === null ? <span className={classes.quiet}>{text.empty}</span> : <Amount minor={minor} currency={currency} />
  return (
    <SidePanel label={text.label}>
      <PanelTitle
        title={person ? text.title(column.name, person.name) : text.columnTitle(column.name)}
        note={
          person?.row != null &&
          sheet.sheet && <a href={`#/imports/${sheet.sheet.import_id}`}>{text.row(person.row)}</a>
        }
        closeTo={`${address.here}${address.search}`}
      />
      <Section inPanel title={text.difference} count={currency}>
        <Sum
          lines={[
            [text.office, shown(sides.office)],
            [text.sheet, shown(sides.sheet === null ? null : -sides.sheet)],
          ]}
          total={[text.difference, <Amount key="difference" minor={sides.difference} signed currency={currency} />]}
        />
        <div className={classes.words}>
          {column.sheet_columns.some(({ is_flipped }) => is_flipped) && <p>{text.flipped}</p>}
          {cell && cell.before_minor !== null && cell.before_minor !== cell.difference_minor && sheet.gone && (
            <p>{text.before(sheet.gone.since_version, formatMinor(cell.before_minor, currency))}</p>
          )}
          {cell?.state === 'follows' && <p>{text.follows}</p>}
          {cell?.state === 'rounding' && <p>{text.rounding}</p>}
          {person?.slip_id != null && column.components.length === 1 && (
            <p>
              <a href={`${address.here}/explain/${person.slip_id}/${codeOf(column.key)}${address.search}`}>
                {SUMS.includes(column.key) ? text.explainNet : text.explain}
              </a>
            </p>
          )}
        </div>
      </Section>
      <PartSections person={person} cell={cell} column={column} address={address} currency={currency} />
      {cell?.accepted && person && (
        <Accepted sheet={sheet} cell={cell} person={person} column={column.key} when={when} />
      )}
      {(cell ? cell.state === 'open' : column.open > 0) && (
        <ForRole needed="clerk">
          <AcceptForm
            key={`${person?.who} ${column.key}`}
            sheet={sheet}
            person={person}
            column={column}
            openOfPerson={person?.cells.filter(({ state }) => state === 'open').length ?? 0}
          />
        </ForRole>
      )}
    </SidePanel>
  )
}

/** A sum has no rule of its own: the payslip's own sum explains it. */
const codeOf = (column: string): string => (SUMS.includes(column) ? 'NET' : column)

type AcceptedProps = {
  sheet: Sheet
  cell: SheetCell
  person: SheetPerson
  column: string
  when: (iso: string) => string
}

function Accepted({ sheet, cell, person, column, when }: AcceptedProps) {
  const reopen = useAct('payroll.reopen_difference')
  if (!cell.accepted) return null
  const { because, by, at, difference_minor } = cell.accepted
  return (
    <div className={classes.words}>
      <p>
        {cell.state === 'accepted'
          ? text.accepted(because, by, when(at))
          : text.was(formatMinor(difference_minor, sheet.currency), because)}
      </p>
      {cell.state === 'accepted' && (
        <ForRole needed="clerk">
          <Button
            loading={reopen.isPending}
            onClick={() => reopen.mutate({ id: sheet.run.id, who: person.who, column })}
          >
            {text.reopen}
          </Button>
        </ForRole>
      )}
      <RefusedLine error={reopen.error} />
    </div>
  )
}

type AcceptFormProps = {
  sheet: Sheet
  person: SheetPerson | null
  column: Sheet['columns'][number]
  openOfPerson: number
}

type Scope = 'one' | 'person' | 'column'

/** “Accepted, because …”: of this difference, or of all that are open of the person or the column. */
function AcceptForm({ sheet, person, column, openOfPerson }: AcceptFormProps) {
  const [because, setBecause] = useState('')
  const [scope, setScope] = useState<Scope>(person ? 'one' : 'column')
  const accept = useAct('payroll.accept_differences')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    accept.mutate({
      id: sheet.run.id,
      because,
      ...(scope !== 'column' && person ? { who: person.who } : {}),
      ...(scope === 'person' ? {} : { column: column.key }),
    })
  }
  const scopes: [Scope, string][] = []
  if (person) scopes.push(['one', text.one])
  if (person && openOfPerson > 1) scopes.push(['person', text.person(openOfPerson, person.name)])
  if (!person || column.open > 1) scopes.push(['column', text.column(column.open, column.name)])
  return (
    <form className={classes.accept} onSubmit={submit}>
      <TextInput
        label={text.because}
        value={because}
        maxLength={500}
        onChange={(event) => setBecause(event.currentTarget.value)}
      />
      <Radio.Group label={text.scope} value={scope} onChange={(value) => setScope(value as Scope)}>
        {scopes.map(([value, label]) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </Radio.Group>
      <RefusedLine error={accept.error} />
      <div>
        <Button type="submit" variant="filled" disabled={because.trim() === ''} loading={accept.isPending}>
          {text.accept}
        </Button>
      </div>
    </form>
  )
}
