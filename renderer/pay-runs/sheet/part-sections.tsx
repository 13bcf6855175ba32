import type { ReactNode } from 'react'
import { Amount } from '../../components/amount'
import { Section } from '../../components/section'
import { Sum } from '../../components/sum'
import { words } from '../../words/en'
import classes from './figure-panel.module.css'
import type { SheetAddress } from './sheet-address'
import type { Sheet, SheetCell, SheetPerson } from './use-sheet'

const text = words.paySheet.panel

type PartSectionsProps = {
  /** Null: the whole column. */
  person: SheetPerson | null
  cell: SheetCell | null
  column: Sheet['columns'][number]
  address: SheetAddress
  currency: string
}

/** What each side's figure is added of, where it is more than one; the office's open to where they come from. */
export function PartSections({ person, cell, column, address, currency }: PartSectionsProps) {
  const { components, sheet_columns } = column
  const shown = (minor: number | null | undefined) =>
    minor == null ? <span className={classes.quiet}>{text.empty}</span> : <Amount minor={minor} currency={currency} />
  const office = components.map(({ key, name, amount_minor }, at): [ReactNode, ReactNode] => {
    return [
      person?.slip_id == null ? (
        name
      ) : (
        <a
          key={key}
          aria-label={text.explainPart(name)}
          href={`${address.here}/explain/${person.slip_id}/${key}${address.search}`}
        >
          {name}
        </a>
      ),
      shown(cell ? cell.parts?.office[at] : amount_minor),
    ]
  })
  const sheet = sheet_columns.map(({ header, amount_minor, is_flipped }, at): [ReactNode, ReactNode] => {
    const name = header ?? text.lost
    return [is_flipped ? text.minus(name) : name, shown(cell ? cell.parts?.sheet[at] : amount_minor)]
  })
  return (
    <>
      {components.length > 1 && (
        <Section inPanel title={text.officeParts} count={components.length}>
          <Sum lines={office} total={[text.office, shown(cell ? cell.office_minor : column.office_minor)]} />
        </Section>
      )}
      {sheet_columns.length > 1 && (
        <Section inPanel title={text.sheetParts} count={sheet_columns.length}>
          <Sum lines={sheet} total={[text.sheet, shown(cell ? cell.sheet_minor : column.sheet_minor)]} />
        </Section>
      )}
    </>
  )
}
