import type { Db } from '../../../db/open'
import {
  type AcceptedRow,
  acceptedDifferences,
  acceptedStand,
  differencesBefore,
  leftOutColumns,
  readColumnsOf,
  type SheetRow,
  sheetOfRun,
  sheetRows,
} from '../../../db/queries/payroll/pay-sheets'
import type { RunRow } from '../../../db/queries/payroll/runs'
import { changesSoFar } from '../../../db/statement'
import { inTurns, type Steps } from '../../shared/steps'
import { addedFields } from '../../values/added-fields'
import { Problem } from '../../values/problem'
import { type Comparison, cellKey, comparing, type Figures } from '../rules/sheet-comparison'
import { type HeadedColumn, linesOf, notCompared, type SheetColumn } from '../rules/sheet-lines'
import { columnsOf, needSheetRun } from './columns'
import { runFigures, SLIPS_A_STEP } from './run-figures'

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
  /** The columns of the sheet that stand for nothing. */
  forNothing: string[]
}

/** How long the last comparison is kept: while somebody reads on, its 100,000 cells are not made again for every page. */
const KEPT_MS = 60_000
let last: { db: Db; runId: number; about: string; figures: string; found: RunBesideSheet } | null = null
let forgetting: NodeJS.Timeout | undefined

const aboutNow = (db: Db, runId: number): string => `${runId}/${changesSoFar(db)}`

/** What was found last, where nothing has been written since. */
const keptOf = (db: Db, runId: number): RunBesideSheet | null =>
  last?.db === db && last.about === aboutNow(db, runId) ? last.found : null

function keep(db: Db, runId: number, found: RunBesideSheet): RunBesideSheet {
  last = { db, runId, about: aboutNow(db, runId), figures: figuresNow(db, runId), found }
  clearTimeout(forgetting)
  forgetting = setTimeout(() => {
    last = null
  }, KEPT_MS)
  forgetting.unref()
  return found
}

/** A write needs a comparison that nobody has made of these figures yet: it takes longer than a turn of the office may. */
class NotCompared extends Error {}

/**
 * The comparison that `onceCompared` has made before this write, of the same run and sheet; names and what was accepted may
 * be others by now. Throws `payroll.run_not_found`, `run_is_discarded` and `sheet_before_figures`.
 */
export function comparedBefore(db: Db, runId: number): RunBesideSheet {
  const figures = figuresNow(db, runId)
  if (last?.db === db && last.runId === runId && last.figures === figures) return last.found
  throw new NotCompared(`run ${runId} was not compared with its sheet before this write`)
}

/**
 * Compares step by step, then writes. Where the run or its sheet became another in between, the write is taken back, compared
 * anew and written again; never in one turn. Throws `payroll.sheet_keeps_changing`.
 */
export async function onceCompared<T>(db: Db, runId: number, write: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < TRIES; tries++) {
    await besideSheet(db, runId)
    try {
      return await write()
    } catch (error) {
      if (!(error instanceof NotCompared)) throw error
    }
  }
  throw keepsChanging(db, runId)
}

type Asked = { db: Db; runId: number; found: Promise<RunBesideSheet> }
let underWay: Asked | null = null

/**
 * The same step by step, since 5,000 people with 24 columns take a quarter of a second, and the office has other things to
 * do meanwhile. Who asks for the same run waits for the same answer. Asked again when nothing has been written since, as
 * for the next page, it answers with what was found.
 */
export function besideSheet(db: Db, runId: number): Promise<RunBesideSheet> {
  const kept = keptOf(db, runId)
  if (kept) return Promise.resolve(kept)
  if (underWay?.db === db && underWay.runId === runId) return underWay.found
  const asked: Asked = { db, runId, found: stepByStep(db, runId) }
  underWay = asked
  const done = () => {
    if (underWay === asked) underWay = null
  }
  asked.found.then(done, done)
  return asked.found
}

/** So often it is begun anew where the run, its sheet or what was accepted changes meanwhile. */
const TRIES = 5

const keepsChanging = (db: Db, runId: number): Problem =>
  new Problem('payroll.sheet_keeps_changing', { no: needSheetRun(db, runId).no }, { kind: 'conflict' })

async function stepByStep(db: Db, runId: number): Promise<RunBesideSheet> {
  for (let tries = 0; tries < TRIES; tries++) {
    const standing = standOf(db, runId)
    const found = await inTurns(comparingRun(db, needSheetRun(db, runId)), () => standOf(db, runId) === standing)
    if (found) return keep(db, runId, found)
  }
  throw keepsChanging(db, runId)
}

/** What the figures of both sides are of. */
function figuresNow(db: Db, runId: number): string {
  const { version, status, employees } = needSheetRun(db, runId)
  return JSON.stringify([version, status, employees, sheetOfRun(db, runId)?.import_id])
}

/** What a comparison is made of, as far as it can change between two steps. */
const standOf = (db: Db, runId: number): string => `${figuresNow(db, runId)} ${acceptedStand(db, runId)}`

function* comparingRun(db: Db, run: RunRow): Steps<RunBesideSheet> {
  const sheet = sheetOfRun(db, run.id) ?? null
  const people = new Map<string, SheetParty>()
  const office = new Map<string, Figures>()
  const total = new Map<string, number>()
  for (const page of runFigures(db, run.id)) {
    for (const { slip, figures } of page) {
      const who = `party:${slip.party_id}`
      office.set(who, figures)
      for (const [key, minor] of figures) total.set(key, (total.get(key) ?? 0) + minor)
      const { party_id: partyId, number, name, id: slipId } = slip
      people.set(who, { partyId, number, name, slipId, isError: slip.status === 'error', row: null })
    }
    yield
  }
  const told = new Map<string, Figures>()
  const keys = new Set<string>()
  for (const page of sheet ? pagesOf(db, sheet.import_id) : []) {
    for (const one of page) {
      const who = one.party_id === null ? `row:${one.row}` : `party:${one.party_id}`
      const figures: Figures = new Map(Object.entries(JSON.parse(one.amounts) as Record<string, number>)) // written by apply
      for (const key of figures.keys()) keys.add(key)
      told.set(who, figures)
      people.set(who, { ...(people.get(who) ?? onlyInSheet(one)), row: one.row })
    }
    yield
  }
  const all = columnsOf(db, run)
  const lines = linesOf(all, sheet ? headedColumns(db, sheet.import_id, keys, total) : [])
  const accepted = new Map(acceptedDifferences(db, run.id).map((one) => [cellKey(one.who, one.column_key), one]))
  const before = sheet ? differencesBefore(db, run.id, run.version) : undefined
  const holds = before !== undefined && before.import_id === sheet?.import_id
  const comparison = yield* comparing({
    lines,
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
    notInSheet: notCompared(all, lines).flatMap((one) => {
      const amountMinor = total.get(one.key) ?? 0
      return amountMinor === 0 ? [] : [{ ...one, amountMinor }]
    }),
    forNothing: sheet ? leftOutColumns(db, sheet.import_id) : [],
  }
}

/** The columns that are compared: those with figures, and the empty ones of what the office has figures of. */
function headedColumns(
  db: Db,
  importId: number,
  filled: ReadonlySet<string>,
  total: ReadonlyMap<string, number>,
): HeadedColumn[] {
  const read = readColumnsOf(db, importId).map(({ field, header }): HeadedColumn => ({ key: field, header }))
  const isCompared = ({ key }: HeadedColumn) => filled.has(key) || addedFields(key).some((one) => total.has(one))
  const headed = new Set(read.map(({ key }) => key))
  const bare = [...filled].filter((key) => !headed.has(key)).map((key): HeadedColumn => ({ key, header: null }))
  return [...read.filter(isCompared), ...bare]
}

function* pagesOf(db: Db, importId: number): Generator<SheetRow[], void, undefined> {
  for (let after = 0; ; ) {
    const page = sheetRows(db, importId, after, SLIPS_A_STEP)
    const end = page.at(-1)
    if (!end) return
    yield page
    after = end.row
  }
}

const onlyInSheet = (one: SheetRow): Omit<SheetParty, 'row'> => ({
  partyId: one.party_id,
  number: one.known_number ?? one.number,
  name: one.known_name ?? one.name ?? one.number ?? '',
  slipId: null,
  isError: false,
})

const differencesOf = (json: string): Map<string, number> =>
  new Map(
    (JSON.parse(json) as [string, string, number][]).map(([who, column, minor]) => [cellKey(who, column), minor]), // written by keepDifferences
  )

/** Throws `payroll.no_sheet`. */
export function needSheet(found: RunBesideSheet): Sheet {
  if (found.sheet) return found.sheet
  throw new Problem('payroll.no_sheet', { no: found.run.no }, { kind: 'conflict' })
}
