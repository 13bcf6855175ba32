import type { Db } from '../../open'
import { layOutNext } from './added-rows'
import type { ImagedTable } from './table-shape'
import { UndoPage } from './undo-page'
import { type KeptUnit, listUnits, markReferenced, type Units, unitsOf } from './undo-units'

export type { KeptUnit } from './undo-units'
export type Undone = { restored: number; removed: number; kept: KeptUnit[] }

/** Images listed, and units put back, in one step. A row takes some 40 µs; a turn of the office is to stay far below 200 ms. */
const LISTED_AT_ONCE = 2000
const UNITS_AT_ONCE = 250

type Next =
  | { step: 'lay_out' }
  | { step: 'list' | 'reference'; at: number; after: string }
  | { step: 'put_back' }
  | { step: 'tidy'; afterRow: number }

/**
 * Puts back what stood before a batch was applied, exactly, step by step, each step a transaction. What belongs together
 * stays together: all touched rows that point at the same row of the first table (`party:12`) are one unit, and a unit is
 * kept whole where one of its rows was changed since, or where a row that stays points at one that undoing would remove.
 * Units that others point at come after those: what of the others is kept has been decided when their turn comes.
 *
 * Which units there are lies in temporary tables; what was put back has no image any more. So whoever ends in between
 * begins anew with what is left.
 */
export class UndoSteps {
  readonly #units: Units
  readonly #page: UndoPage
  #next: Next
  restored = 0
  removed = 0
  isDone = false

  /** `trial`: finds out what undoing would do, and changes nothing. */
  constructor(
    private readonly db: Db,
    private readonly batchId: number,
    tables: readonly ImagedTable[],
    private readonly trial = false,
  ) {
    this.#units = unitsOf(db, batchId, tables)
    this.#page = new UndoPage(db, batchId, this.#units)
    this.#next = { step: 'lay_out' }
  }

  /** Units listed, and those that are decided. */
  get progress(): { decided: number; total: number } {
    return this.#units.progress()
  }

  /** Does the next step; false where there is none. Inside an open transaction, unless it is a trial. */
  step(): boolean {
    const next = this.#next
    if (next.step === 'lay_out') return this.#layOut()
    if (next.step === 'list') return this.#list(next)
    if (next.step === 'reference') return this.#reference(next)
    return next.step === 'tidy' ? this.#tidy(next.afterRow) : this.#putBack()
  }

  /** The same images in another place, so a trial may do it too. */
  #layOut(): boolean {
    if (!layOutNext(this.db, this.batchId)) this.#next = { step: 'list', at: 0, after: '' }
    return true
  }

  #list({ at, after }: { at: number; after: string }): boolean {
    const last = listUnits(this.batchId, this.#units, at, after, LISTED_AT_ONCE)
    if (last !== null) this.#next = { step: 'list', at, after: last }
    else if (at + 1 < this.#units.tables.length) this.#next = { step: 'list', at: at + 1, after: '' }
    else this.#next = { step: 'reference', at: 0, after: '' }
    return true
  }

  #reference({ at, after }: { at: number; after: string }): boolean {
    if (at >= this.#units.crossing.length) {
      this.#next = { step: 'put_back' }
      return true
    }
    const last = markReferenced(this.batchId, this.#units, at, after, LISTED_AT_ONCE)
    this.#next = last !== null ? { step: 'reference', at, after: last } : { step: 'reference', at: at + 1, after: '' }
    return true
  }

  #putBack(): boolean {
    const taken = this.#units.take(UNITS_AT_ONCE)
    if (taken === 'none') {
      this.#next = { step: 'tidy', afterRow: 0 }
      return true
    }
    if (taken === 'referenced') {
      // Only units are left that others of them point at: which of them nobody points at any more is found out anew.
      if (this.#units.forgetReferences()) this.#next = { step: 'reference', at: 0, after: '' }
      return true
    }
    const { restored, removed } = this.#page.run(this.trial)
    this.restored += restored
    this.removed += removed
    return true
  }

  /** The rows of the file whose entities are gone say so, and which row each kept unit came from. */
  #tidy(after: number): boolean {
    const last = this.#units.tidyRows(after, LISTED_AT_ONCE, this.trial)
    if (last === null) {
      this.isDone = true
      return false
    }
    this.#next = { step: 'tidy', afterRow: last }
    return true
  }

  /** What was kept, by the rows of the file; after the last step. */
  kept(): KeptUnit[] {
    return this.#units.kept()
  }

  end(): void {
    this.#units.drop()
  }
}

/** All steps at once: for few rows, inside an open transaction. */
export function undoChanges(db: Db, batchId: number, tables: readonly ImagedTable[]): Undone {
  const steps = new UndoSteps(db, batchId, tables)
  try {
    while (steps.step());
    return { restored: steps.restored, removed: steps.removed, kept: steps.kept() }
  } finally {
    steps.end()
  }
}

/** What the rows that others point at are called by people. */
const NAMES: Record<string, string> = {
  party: 'select name from party where id = ?',
  department: 'select name from department where id = ?',
}

/** A unit (`party:12`) by its name; null where it has none, or is gone. */
export function nameOfUnit(db: Db, unit: string): string | null {
  const [table = '', key = ''] = unit.split(':')
  const query = NAMES[table]
  return query === undefined ? null : ((db.prepare(query).pluck().get(key) as string | undefined) ?? null)
}
