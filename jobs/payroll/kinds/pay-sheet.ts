import { z } from 'zod'
import { insertSheetRow, peopleForSheet } from '../../../db/queries/payroll/pay-sheets'
import type { ImportKind, Row } from '../../imports/kind'
import { personName, textOf } from '../../shared/planning'
import { toSafeNumber } from '../../values/money'
import { payrollPlanners } from '../planners'
import { columnsOf, needSheetRun } from '../sheets/columns'
import { runFigures } from '../sheets/run-figures'
import { sheetFields, WHO_FIELDS } from './pay-sheet-fields'
import type { PaySheetOptions, PaySheetSnapshot } from './plan-pay-sheet'

/**
 * An old sheet beside a pay run: a row a person, a column a component. It changes nobody's pay; what it says is kept to be
 * compared (jobs/payroll/sheets). Every file is a sheet of its own, so none of its rows updates an earlier one. What is
 * exported is the run itself as such a sheet: laid beside its run, nothing differs.
 */
export const paySheetKind: ImportKind<PaySheetOptions, PaySheetSnapshot> = {
  kind: 'pay_sheet',
  label: 'Old pay sheet',
  module: 'payroll',
  apart: true,
  fields: WHO_FIELDS,
  fieldsOf: (db, { run_id }) => sheetFields(columnsOf(db, { id: run_id })),
  options: z.strictObject({ run_id: z.coerce.number().int().positive() }),
  snapshot: (db, { run_id }) => ({
    people: peopleForSheet(db, needSheetRun(db, run_id).id).map((one) => ({
      partyId: one.party_id,
      number: one.number,
      name: one.name,
      inRun: one.in_run === 1,
    })),
  }),
  planner: payrollPlanners.pay_sheet,
  apply: (write, rows, { run_id }, batch) => {
    const entities = new Map<number, string>()
    for (const { row, values, plan } of rows) {
      const partyId = plan.key?.startsWith('party:') ? Number(plan.key.slice('party:'.length)) : null
      insertSheetRow(write.db, {
        runId: run_id,
        importId: batch.id,
        row,
        partyId,
        number: textOf(values, 'employee_id'),
        name: personName(values).name,
        amounts: JSON.stringify(amountsOf(values)),
        origin: `${batch.origin}/${row}`,
      })
      if (partyId !== null) entities.set(row, `party:${partyId}`)
    }
    return entities
  },
  afterApply: (write, { run_id }) => {
    const { period_id, status } = needSheetRun(write.db, run_id)
    write.emit({ type: 'run_changed', id: run_id, period_id, status })
  },
  undoTables: [{ table: 'pay_sheet_row', key: ['id'], ownNumbers: true }],
  content: function* (db, { run_id }) {
    for (const page of runFigures(db, needSheetRun(db, run_id).id)) {
      for (const { slip, figures } of page) {
        if (slip.status === 'error') continue
        yield { employee_id: slip.number, name: slip.name, ...Object.fromEntries(figures) }
      }
    }
  },
}

const WHO = new Set([...WHO_FIELDS.map(({ name }) => name), 'currency'])

/** The amounts of a row; what is empty, as every field without a column is, is left out. */
const amountsOf = (values: Row): Record<string, number> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      WHO.has(key) || value === null ? [] : [[key, toSafeNumber(BigInt(value))]],
    ),
  )
