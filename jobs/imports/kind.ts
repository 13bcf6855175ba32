import type { z } from 'zod'
import type { Db } from '../../db/open'
import type { Write } from '../engine/write'
import type { Currency } from '../values/money'
import type { Reason } from '../values/problem'
import type { Instant, LocalDate, Month, Zone } from '../values/time'

/**
 * One import kind: a small declaration, in the area that owns it. The importer (jobs/imports) does everything else:
 * sniffing, mapping, checking, applying, receipt, undo.
 */

/** What a column means; the importer parses by it, per column, never per cell. */
export type FieldType =
  | 'text' // trimmed, inner runs of blanks kept
  | 'identifier' // text; leading zeros are kept, 10084 and 10084.0 (a spreadsheet's number) are the same
  | 'integer'
  | 'decimal' // a plain number with `decimals` places at most: kept as text in canonical form ("12.5")
  | 'money' // minor units of the office's currency
  | 'percent' // ppm
  | 'date'
  | 'email'
  | 'phone'
  | 'currency' // of the amounts beside it; another one than the office's is an error of the row

/**
 * A year of school begins with a year, a level of classes does not, an address has more than a word or a number in it; a
 * subject is no class (“Form 1 A”), an assessment no term, whoever paid no account number, whole names are not
 * a few words again and again, and marks not all the same.
 */
export type Look =
  | 'words'
  | 'school_year'
  | 'class_level'
  | 'postal_address'
  | 'subject'
  | 'assessment'
  | 'name'
  | 'different_names'
  | 'different_marks'

/**
 * A header that must stay unmapped. With `when` only for such options: a column headed "annual" may be read as salaries
 * that were declared annual, and as no others.
 */
export type NeverRule = { header: RegExp; reason: string; when?: (options: Record<string, unknown>) => boolean }

export type Field = {
  name: string
  label: string
  /** How it is headed in the template and the export of an office with that language: 'fr', 'es', 'pt', 'de', 'hi'. */
  labels?: Record<string, string>
  type: FieldType
  /** A column must hold it, else the administrator is asked. Whether an empty cell is an error is for the planner to say. */
  required?: boolean
  /** How the column is called elsewhere, in several languages; compared without case, blanks and punctuation. */
  synonyms: string[]
  /** What it means in words of meaning (mapping/lexicon), for names nobody wrote down: `birth date?`. */
  means?: string
  /** What its values look like beyond their type. */
  looks?: Look
  /** Words for what the row is about, which a header may say or not: a “student email” among students is the email. */
  about?: string
  /** Headers that look alike but mean something of another unit or period: never mapped, listed as left alone with this reason. */
  never?: NeverRule[]
  /**
   * What the cells name may be made where the office has none of it: one click on the error of this code marks its rows, and
   * the planner then takes the name as something new (`mayCreate`). `named`: a number or an address is no name.
   */
  creates?: { code: string; named?: true }
  /**
   * Several columns may hold it, and their amounts are added. `together`: a column may also hold it and others of these at
   * once; `alone`: it is a sum itself, which its parts would count once more.
   */
  adds?: 'together' | 'alone'
  /** A dash says as much as an empty cell: zero and nothing come to the same. */
  dashIsNothing?: true
  decimals?: number
  min?: number
  max?: number
  /** Said in the empty template. */
  note: string
  /** A value as it may stand in a file; shown in the template. */
  example?: string
}

/** A parsed value: money is bigint minor units, percent ppm, decimal canonical text, date `YYYY-MM-DD`. Null: the cell was empty. */
export type Value = string | number | bigint | LocalDate | null
export type Row = Record<string, Value>

/** Something to tell about a row. `column` is a field's name; `found` is the cell as it stands in the file. */
export type Finding = { column: string | null; found: string | null; reason: Reason }

export type Change = { field: string; before: Value; after: Value }

/** What a row will do, decided before anything is written. */
export type RowPlan = {
  outcome: 'create' | 'update' | 'unchanged' | 'error'
  /** The row's business key; two rows of one file with the same key are duplicates. */
  key: string | null
  /** 'party:12', or null where the row creates it. */
  entity: string | null
  changes: Change[]
  errors: Finding[]
  warnings: Finding[]
  /**
   * Nothing but its words tells the row from another: two that say the same may be two things, which only a person knows.
   * `known`: how many like it the office has. What a person called another one has a text in `another`, which its key holds.
   */
  alike?: { known: number }
}

export type OfficeFacts = { currency: Currency; zone: Zone; now: Instant; today: LocalDate }

/**
 * A table the rows of a kind write, so that undo can restore it exactly: its name and primary key. `ownNumbers`: the key is
 * a number that SQLite gives, never the office (a test asks all of db/queries); such rows are written much faster.
 */
export type UndoTable = { table: string; key: string[]; ownNumbers?: true }

/** An option as it is asked: a year, a month of the year, or one of a few choices, the usual one first. */
export type AskedOption =
  | { name: string; label: string; type: 'year' | 'month' }
  | { name: string; label: string; type: 'choice'; choices: { value: string; label: string }[] }

/** A column as a kind is shown it before anything is imported: the field it holds, its header and first values. */
export type ReadColumn = { field: string; header: string; texts: string[] }

export type ImportKind<Options = Record<string, unknown>, Snapshot = unknown> = {
  kind: string
  label: string
  module: 'people' | 'payroll' | 'cash' | 'billing' | 'school'
  fields: Field[]
  /** Instead of `fields`, where the office itself decides what the columns can be (its pay components). */
  fieldsOf?: (db: Db, options: Options) => Field[]
  /** Laid beside something that is open already (a pay run): neither guessed nor offered where files are dropped. */
  apart?: true
  options: z.ZodType<Options>
  /** What a window asks before the file goes in; each is a member of `options`. */
  asks?: AskedOption[]
  /** What the columns of a file say about options that a person is asked for; those they say nothing about are left out. */
  propose?: (columns: ReadColumn[], office: Pick<OfficeFacts, 'currency'>) => Partial<Options>
  /** Everything the rows are compared with; read once, in the office process, plain data (it travels to the slot). */
  snapshot: (db: Db, options: Options, office: OfficeFacts) => Snapshot
  /** The module whose default export plans a row; pure, runs in the slot. Named in `jobs/imports/runs.ts`' table of planners. */
  planner: () => Promise<{ default: PlanRow<Options, Snapshot> }>
  /** What the cells of a field may name, as far as the office knows it: a word nearly written so can be mended in one click. */
  known?: (snapshot: Snapshot) => Partial<Record<string, readonly string[]>>
  /** The planner compares rows of one file beyond their keys (seats, overlaps): a typed value plans all of them again. */
  rowsMeet?: true
  /**
   * Writes planned rows of one batch; one call per page of rows, each in a transaction. A page reads only what its rows are
   * about (`partiesOf`), never everybody: a row keeps the entity it was planned for, whatever pages before it have written.
   * Answers with the entity of each row.
   */
  apply: (write: Write, rows: PlannedRow[], options: Options, batch: AppliedBatch) => Map<number, string>
  /** After `apply`, same transaction: tasks that follow (chart sync, …). */
  afterApply?: (write: Write, options: Options, batch: AppliedBatch) => void
  /** What `apply` may write. Triggers are not needed: before-images are taken by the importer around `apply`. */
  undoTables: UndoTable[]
  /**
   * What the office holds of this kind now, as rows of a file: imported again, every one of them is unchanged. Amounts
   * are minor units of the office's currency, percentages ppm, as in `Row`.
   */
  content: (db: Db, options: Options, office: OfficeFacts) => Iterable<Row>
}

export type PlanRow<Options, Snapshot> = (
  row: Row,
  snapshot: Snapshot,
  options: Options,
  office: OfficeFacts,
) => RowPlan
export type PlannedRow = { row: number; values: Row; plan: RowPlan }
/** The parties that rows were planned for; those that rows create are not there yet. */
export const partiesOf = (rows: readonly PlannedRow[]): number[] =>
  rows.flatMap(({ plan }) => (plan.entity?.startsWith('party:') ? Number(plan.entity.slice('party:'.length)) : []))

/** The business keys of planned rows; for kinds that keep them with what a row writes. */
export const keysOf = (rows: readonly PlannedRow[]): string[] => rows.flatMap(({ plan }) => plan.key ?? [])

/** The text that rows have in a field, each once. */
export const textsOf = (rows: readonly PlannedRow[], field: string): string[] => [
  ...new Set(rows.flatMap(({ values }) => (typeof values[field] === 'string' ? values[field] : []))),
]

export type AppliedBatch = { id: number; sha256: string; fileName: string; origin: string; month?: Month }

/** The kind with the fields it has in this office, for these options. */
export const kindHere = <Kind extends AnyImportKind>(db: Db, kind: Kind, options: Record<string, unknown>): Kind =>
  kind.fieldsOf ? { ...kind, fields: kind.fieldsOf(db, options) } : kind

// biome-ignore lint/suspicious/noExplicitAny: kinds of all shapes stand in one list; each was checked where it was made
export type AnyImportKind = ImportKind<any, any>
