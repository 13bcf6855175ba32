import type { Db } from '../../../db/open'
import {
  type AcceptedRow,
  acceptedDifferences,
  differencesBefore,
  sheetOfRun,
  sheetRows,
} from '../../../db/queries/payroll/pay-sheets'
import type { RunRow } from '../../../db/queries/payroll/runs'
import { changesSoFar } from '../../../db/statement'
import { Problem } from '../../values/problem'
import { type Comparison, cellKey, compareSheet, type Figures, type SheetColumn } from '../rules/sheet-comparison'
import { columnsOf, needSheetRun } from './columns'
import { runFigures } from './run-figures'

/** Somebody on either side. */
export type SheetParty = {
  partyId: number | null
  number: string | null
  name: string
  /** Null: only in the sheet. */
  slipId: number | null
  isError: boolean
  /** Null: only in the run. */
  row: number | null
}

export type Sheet = NonNullable<ReturnType<typeof sheetOfRun>>

export type RunBesideSheet = {
  run: RunRow
  /** Null: none was laid beside the run yet; then nothing is compared. */
  sheet: Sheet | null
  comparison: Comparison
  people: Map<string, SheetParty>
  accepted: Map<string, AcceptedRow>
  /** The version of the run that `gone` is counted against. */
  beforeVersion: number | null
  /** What the run has and the sheet has no column of. */
  notInSheet: (SheetColumn & { amountMinor: number })[]
}

/** How long the last comparison is kept: while somebody reads on, its 100,000 cells are not made again for every page. */
const KEPT_MS = 60_000
let last: { db: Db; about: string; found: RunBesideSheet } | null = null
let forgetting: NodeJS.Timeout | undefined

/**
 * A run beside the sheet that was laid on it. Asked again when nothing has been written since, as for the next page, it
 * answers with the same. Throws `payroll.run_not_found`, `run_is_discarded` and `sheet_before_figures`.
 */
export function runBesideSheet(db: Db, runId: number): RunBesideSheet {
  const about = `${runId}/${changesSoFar(db)}`
  if (last?.db === db && last.about === about) return last.found
  const found = compare(db, needSheetRun(db, runId))
  last = { db, about, found }
  clearTimeout(forgetting)
  forgetting = setTimeout(() => {
    last = null
  }, KEPT_MS)
  forgetting.unref()
  return found
}

function compare(db: Db, run: RunRow): RunBesideSheet {
  const sheet = sheetOfRun(db, run.id) ?? null
  const rows = sheet ? sheetRows(db, sheet.import_id) : []
  const people = new Map<string, SheetParty>()
  const office = new Map<string, Figures>()
  const total = new Map<string, number>()
  for (const { slip, figures } of runFigures(db, run.id)) {
    const who = `party:${slip.party_id}`
    office.set(who, figures)
    for (const [key, minor] of figures) total.set(key, (total.get(key) ?? 0) + minor)
    const { party_id: partyId, number, name, id: slipId } = slip
    people.set(who, { partyId, number, name, slipId, isError: slip.status === 'error', row: null })
  }
  const told = new Map<string, Figures>()
  const keys = new Set<string>()
  for (const one of rows) {
    const who = one.party_id === null ? `row:${one.row}` : `party:${one.party_id}`
    const figures: Figures = new Map(Object.entries(JSON.parse(one.amounts) as Record<string, number>)) // written by apply
    for (const key of figures.keys()) keys.add(key)
    told.set(who, figures)
    const known = people.get(who)
    const name = one.known_name ?? one.name ?? one.number ?? ''
    people.set(who, {
      ...(known ?? {
        partyId: one.party_id,
        number: one.known_number ?? one.number,
        name,
        slipId: null,
        isError: false,
      }),
      row: one.row,
    })
  }
  const all = columnsOf(db, run)
  const names = new Set(all.map(({ key }) => key))
  // A component that the run has no more: its figures in the sheet have nothing beside them.
  const lost = [...keys]
    .filter((key) => !names.has(key))
    .map((key): SheetColumn => ({ key, name: key, kind: 'information' }))
  const columns = [...all.filter(({ key }) => keys.has(key)), ...lost]
  const accepted = new Map(acceptedDifferences(db, run.id).map((one) => [cellKey(one.who, one.column_key), one]))
  const before = sheet ? differencesBefore(db, run.id, run.version) : undefined
  const holds = before !== undefined && before.import_id === sheet?.import_id
  const comparison = compareSheet({
    columns,
    office: sheet ? office : new Map(),
    sheet: told,
    accepted: new Map([...accepted].map(([key, one]) => [key, one.difference_minor])),
    before: holds ? differencesOf(before.differences) : null,
  })
  // Those with equally much open stand as they were read: by name, then those only the sheet has.
  const places = new Map([...people.keys()].map((who, place) => [who, place]))
  const placeOf = ({ who }: { who: string }) => places.get(who) ?? 0
  comparison.people.sort((a, b) => b.openMinor - a.openMinor || placeOf(a) - placeOf(b))
  return {
    run,
    sheet,
    comparison,
    people,
    accepted,
    beforeVersion: holds ? before.version : null,
    notInSheet: all.flatMap((one) => {
      const amountMinor = total.get(one.key) ?? 0
      return keys.has(one.key) || amountMinor === 0 ? [] : [{ ...one, amountMinor }]
    }),
  }
}

const differencesOf = (json: string): Map<string, number> =>
  new Map(
    (JSON.parse(json) as [string, string, number][]).map(([who, column, minor]) => [cellKey(who, column), minor]), // written by keepDifferences
  )

/** Throws `payroll.no_sheet`. */
export function needSheet(found: RunBesideSheet): Sheet {
  if (found.sheet) return found.sheet
  throw new Problem('payroll.no_sheet', { no: found.run.no }, { kind: 'conflict' })
}
