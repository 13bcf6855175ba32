import type { RunContext } from '../../engine/define-task'
import type { Reason } from '../../values/problem'
import type { OfficeFacts } from '../kind'
import { nameColumns } from '../mapping/columns'
import { fingerprintOf } from '../mapping/header'
import { monthColumns } from '../mapping/month-columns'
import { plannerOf } from '../planners'
import { openSheet, type Sheet, type SourceRow } from '../reading'
import { type CheckedRow, checkRow, rowRules } from './check-row'
import { Duplicates } from './duplicates'
import { type Edit, Edits } from './edits'
import {
  type Answers,
  type Chosen,
  type Counts,
  type FileFacts,
  type MappedField,
  mergeAnswers,
  noCounts,
  sheetChoices,
} from './facts'
import { readColumns } from './read-columns'
import { stageAhead } from './stage-ahead'
import { type Staged, toStagedConflict, toStoredRow } from './stored-row'

export type CheckInput = {
  kind: string
  sha256: string
  fileName: string
  fields: MappedField[]
  options: unknown
  snapshot: unknown
  /** Of the snapshot; it travels along, so that the batch can say what its rows were compared with. */
  digest: string
  office: OfficeFacts
  language: string
  /** What the administrator said about this import; it wins over what is remembered. */
  chosen: Chosen
  /** What was said about files with the same headers, by fingerprint. */
  remembered: Record<string, Chosen>
  edits: Edit[]
  /** The same file was imported before and stands. */
  isSeen: boolean
}

export type CheckOutput = {
  digest: string
  facts: FileFacts
  findings: Reason[]
  /** Null: questions are open, no row was checked. */
  counts: Counts | null
}

const CHUNK = 1000

/** Opens the file, decides what its columns mean and what each row does. Runs in a slot: no database. */
export default async function runCheck(input: CheckInput, ctx: RunContext<unknown, Staged>): Promise<CheckOutput> {
  const { sheet, chosen } = await openAsChosen(input, ctx)
  const edits = new Edits(input.edits)
  const habits = { currency: input.office.currency, language: input.language }
  const { facts, total, rows } = await readColumns(sheet, input.fields, habits, chosen, edits, {
    seen: (n) => ctx.progress(0, n, `Reading row ${n}`),
  })
  if (facts.questions.length > 0) return { digest: input.digest, facts, findings: [...sheet.findings], counts: null }

  const plan = await plannerOf(input.kind)
  const { snapshot, options, office, sha256: file, isSeen } = input
  const rules = rowRules(facts.columns, input.fields, { plan, snapshot, options, office, file, isSeen })
  const duplicates = new Duplicates()
  const counts = noCounts()
  const staging = stageAhead(ctx)
  let chunk: Staged[] = []
  for await (const page of rows ? pagesOf(rows) : sheet.rows()) {
    for (const row of page) {
      if (row.totals) continue
      ctx.check()
      const said = [edits.saidOf(row.n), edits.createsOf(row.n)] as const
      const checked = checkRow(row.n, edits.over(row), row.problems, rules, ...said)
      const conflict = duplicates.see(checked)
      chunk.push({ row: toStoredRow(checked, row.cells) })
      if (conflict) {
        chunk.push(toStagedConflict(conflict))
        moveToError(counts, conflict.was)
      }
      count(counts, checked)
      if (chunk.length >= CHUNK) {
        await staging.put(chunk)
        chunk = []
        ctx.progress(counts.rows, total, `Checking row ${counts.rows} of ${total}`)
      }
    }
  }
  await staging.put(chunk)
  await staging.end()
  ctx.progress(total, total, `Checked ${total} rows`)
  return { digest: input.digest, facts, findings: [...sheet.findings], counts }
}

/** Opens the file; where its headers are known from earlier, as somebody said then. */
async function openAsChosen(
  input: CheckInput,
  ctx: RunContext<unknown, Staged>,
): Promise<{ sheet: Sheet; chosen: Chosen }> {
  const file = ctx.filePath(input.sha256)
  const sheet = await openSheet(file, input.fileName, sheetChoices(input.chosen.answers))
  const remembered = input.remembered[fingerprintOf(sheet.columns.map(({ header }) => header))]
  if (!remembered) return { sheet, chosen: input.chosen }
  const chosen: Chosen = {
    mapping: { ...withoutMonths(remembered.mapping, sheet), ...input.chosen.mapping },
    answers: mergeAnswers(saidOfHeaders(remembered.answers, sheet), input.chosen.answers),
  }
  const isGuess = !sheet.encodingSure && chosen.answers.file.encoding !== undefined
  return { sheet: isGuess ? await openSheet(file, input.fileName, sheetChoices(chosen.answers)) : sheet, chosen }
}

/** Which of twelve months was read last time says nothing of this file: the next one is mostly another month's. */
function withoutMonths(mapping: Chosen['mapping'], { columns }: Sheet): Chosen['mapping'] {
  const months = new Set(monthColumns(nameColumns(columns)).map(({ name }) => name))
  return Object.fromEntries(Object.entries(mapping).filter(([, name]) => name === null || !months.has(name)))
}

/**
 * Sheet, header row and delimiter were said of the earlier file and go with it; its encoding holds where this file leaves
 * the same question open, never against what its bytes say.
 */
function saidOfHeaders({ columns, file: { encoding }, splits, joins }: Answers, { encodingSure }: Sheet): Answers {
  const file = encodingSure || encoding === undefined ? {} : { encoding }
  return { columns, file, ...(splits ? { splits } : {}), ...(joins ? { joins } : {}) }
}

function* pagesOf(rows: SourceRow[]): Generator<SourceRow[]> {
  for (let start = 0; start < rows.length; start += CHUNK) yield rows.slice(start, start + CHUNK)
}

export function count(counts: Counts, row: Pick<CheckedRow, 'outcome' | 'warnings'>): void {
  counts.rows++
  counts[row.outcome]++
  if (row.warnings.length > 0) counts.warning++
}

export function moveToError(counts: Counts, was: CheckedRow['outcome']): void {
  counts[was]--
  counts.error++
}
