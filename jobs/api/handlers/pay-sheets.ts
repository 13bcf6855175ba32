import { setImmediate as turn } from 'node:timers/promises'
import { MEDIA_TYPES, writeTable } from '../../imports'
import type { Cell, ComparedLine, ComparedPerson } from '../../payroll/rules/sheet-comparison'
import { cellKey } from '../../payroll/rules/sheet-comparison'
import { acceptDifferences, reopenCell } from '../../payroll/sheets/accept'
import { besideSheet, needSheet, onceCompared, type RunBesideSheet } from '../../payroll/sheets/comparison'
import { countPeople, listedPeople } from '../../payroll/sheets/listed'
import { actorName } from '../../shared/users/actor-name'
import { type Currency, toDecimal } from '../../values/money'
import { instant, toIso } from '../../values/time'
import { sheetCellStates, sheetSides } from '../contract/lists'
import type { paySheetContract } from '../contract/pay-sheets'
import type { HandlersOf, Office } from '../office'

/** People whose cells are written between two turns of the office. */
const PEOPLE_A_TURN = 500

export const paySheetHandlers: HandlersOf<typeof paySheetContract> = {
  'payroll.sheet': async ({ db }, { id, show, q, cursor, limit }) => {
    const found = await besideSheet(db, id)
    const { run, sheet, comparison, beforeVersion } = found
    const listed = listedPeople(found, show, q)
    const page = listed.slice(cursor, cursor + limit)
    const name = namesOf(db)
    return {
      run: { id: run.id, no: run.no, kind: run.kind, version: run.version, period_id: run.period_id },
      currency: run.currency,
      sheet: sheet && { ...sheet, applied_at: sheet.applied_at === null ? null : toIso(instant(sheet.applied_at)) },
      columns: comparison.lines.map(lineView),
      not_in_sheet: found.notInSheet.map((one) => ({ key: one.key, name: one.name, amount_minor: one.amountMinor })),
      for_nothing: found.forNothing,
      cells: comparison.cells,
      open_minor: comparison.openMinor,
      gone:
        beforeVersion === null
          ? null
          : { since_version: beforeVersion, cells: comparison.gone, amount_minor: comparison.goneMinor },
      counts: countPeople(found),
      total: listed.length,
      items: page.map((person) => personView(found, person, name)),
      next: cursor + limit < listed.length ? cursor + limit : null,
    }
  },
  'payroll.accept_differences': async ({ db, engine }, { id, who, column, because }, { actor }) => {
    const ask = { who: who ?? null, column: column ?? null, because }
    const accepted = await onceCompared(db, id, () => engine.write(actor, (write) => acceptDifferences(write, id, ask)))
    return { accepted }
  },
  'payroll.reopen_difference': async ({ engine }, { id, who, column }, { actor }) => {
    await engine.write(actor, (write) => reopenCell(write, id, who, column))
    return { reopened: true as const }
  },
  'exports.pay_sheet': async ({ db }, { id, format, show, q }) => {
    const found = await besideSheet(db, id)
    needSheet(found)
    const { run, comparison } = found
    const currency = run.currency as Currency
    const amount = (minor: number | null) => (minor === null ? null : Number(toDecimal(BigInt(minor), currency))) // a workbook's own numbers
    const name = namesOf(db)
    const rows: (string | number | null)[][] = []
    for (const [at, person] of listedPeople(found, show, q).entries()) {
      const party = found.people.get(person.who)
      for (const [column, cell] of person.cells.entries()) {
        const accepted = acceptedView(found, person.who, cell, name)
        rows.push([
          party?.number ?? null,
          party?.name ?? '',
          sheetSides[person.side],
          inFull(comparison.lines[column]) ?? cell.column,
          amount(cell.officeMinor),
          amount(cell.sheetMinor),
          amount(cell.differenceMinor),
          sheetCellStates[cell.state],
          accepted && cell.state === 'accepted' ? accepted.because : null,
          accepted && cell.state === 'accepted' ? accepted.by : null,
        ])
      }
      if (at % PEOPLE_A_TURN === PEOPLE_A_TURN - 1) await turn()
    }
    const headers = ['Number', 'Name', 'Is in', 'Column', 'Office', 'Sheet', 'Difference', 'State', 'Because', 'By']
    const amounts = headers.map((one) =>
      ['Office', 'Sheet', 'Difference'].includes(one) ? `${one}, ${currency}` : one,
    )
    const bytes = await writeTable({ name: `Run ${run.no} beside sheet`, headers: amounts, rows }, format)
    return { fileName: `run-${run.id}-beside-sheet.${format}`, mediaType: MEDIA_TYPES[format], bytes }
  },
}

const lineView = (line: ComparedLine) => ({
  key: line.key,
  name: line.name,
  kind: line.kind,
  components: line.components.map((one, at) => ({ ...one, amount_minor: line.parts?.office[at] ?? line.officeMinor })),
  sheet_columns: line.columns.map(({ key, header }, at) => ({
    key,
    header,
    amount_minor: line.parts?.sheet[at] ?? line.sheetMinor,
    is_flipped: line.flipped.has(key),
  })),
  office_minor: line.officeMinor,
  sheet_minor: line.sheetMinor,
  difference_minor: line.differenceMinor,
  open: line.open,
  open_minor: line.openMinor,
})

/** What a line is called in a table, where nothing beside it says what it is made of. */
function inFull(line: ComparedLine | undefined): string | undefined {
  if (!line || line.components.length === 1) return line?.name
  return `${line.name} (${line.components.map(({ name, sign }) => (sign < 0 ? `less ${name}` : name)).join(' + ')})`
}

type Names = (actor: string) => string

/** One name is looked up once. */
function namesOf(db: Office['db']): Names {
  const known = new Map<string, string>()
  return (actor) => {
    const name = known.get(actor) ?? actorName(db, actor)
    known.set(actor, name)
    return name
  }
}

function personView(found: RunBesideSheet, person: ComparedPerson, name: Names) {
  const party = found.people.get(person.who)
  return {
    who: person.who,
    side: person.side,
    employee_id: party?.partyId ?? null,
    external_ref: party?.number ?? null,
    name: party?.name ?? '',
    slip_id: party?.slipId ?? null,
    is_error: party?.isError ?? false,
    row: party?.row ?? null,
    open_minor: person.openMinor,
    difference_minor: person.differenceMinor,
    cells: person.cells.map((cell) => ({
      office_minor: cell.officeMinor,
      sheet_minor: cell.sheetMinor,
      difference_minor: cell.differenceMinor,
      state: cell.state,
      parts: cell.parts,
      before_minor: cell.beforeMinor,
      accepted: acceptedView(found, person.who, cell, name),
    })),
  }
}

function acceptedView({ accepted }: RunBesideSheet, who: string, cell: Cell, name: Names) {
  const found = accepted.get(cellKey(who, cell.column))
  return found
    ? {
        difference_minor: found.difference_minor,
        because: found.because,
        by: name(found.accepted_by),
        at: toIso(instant(found.accepted_at)),
      }
    : null
}
