import type { z } from 'zod'
import { type CalculationRow, recentCalculations } from '../../../db/queries/people/calculations'
import { type CalculationInputs, calculate, saveCalculation, undoCalculation } from '../../people'
import { actorName } from '../../shared/users/actor-name'
import { instant, toIso } from '../../values/time'
import { wordReason } from '../../words'
import type { calculatorContract } from '../contract/calculator'
import type { HandlersOf, Office } from '../office'

type Input = z.output<(typeof calculatorContract)['people.calculate']['input']>

export const calculatorHandlers: HandlersOf<typeof calculatorContract> = {
  'people.calculate': ({ db }, input) => {
    const { error, lines, ...result } = calculate(db, inputsOf(input))
    return {
      currency: result.currency,
      problem: error && { code: error.code, ...wordReason(error) },
      lines: lines.map(({ amountMinor, ...line }) => ({ ...line, amount_minor: amountMinor })),
      gross_minor: result.grossMinor,
      deductions_minor: result.deductionsMinor,
      employer_minor: result.employerMinor,
      net_minor: result.netMinor,
    }
  },
  'people.save_calculation': async (office, { pay_items, ...input }, { actor }) => ({
    id: await office.engine.write(actor, (write) => saveCalculation(write, inputsOf(input), pay_items)),
  }),
  'people.calculations': (office, { limit }) => ({
    items: recentCalculations(office.db, limit).map((row) => view(office, row)),
    next: null,
  }),
  'people.undo_calculation': async (office, { id }, { actor }) => {
    await office.engine.write(actor, (write) => undoCalculation(write, id))
    return { id }
  },
}

const inputsOf = (input: Input): CalculationInputs => ({
  employeeId: input.employee_id,
  month: input.month,
  baseMinor: input.base_minor,
  overtimeHours: input.overtime_hours,
  overtimeRateMinor: input.overtime_rate_minor,
  lateMinutes: input.late_minutes,
  lateRateMinor: input.late_rate_minor,
  tdsMinor: input.tds_minor,
  advanceMinor: input.advance_minor,
  incentiveMinor: input.incentive_minor,
  daysPresent: input.days_present,
  daysAbsent: input.days_absent,
  absenceUnpaid: input.absence_unpaid,
})

function view(office: Office, row: CalculationRow & { name: string }) {
  const fact = JSON.parse(row.fact) as { currency: string; grossMinor: number; netMinor: number } // as it was saved
  return {
    id: row.id,
    employee_id: row.party_id,
    name: row.name,
    month: row.month,
    currency: fact.currency,
    gross_minor: fact.grossMinor,
    net_minor: fact.netMinor,
    pay_items: row.items !== null,
    saved_at: toIso(instant(row.saved_at)),
    saved_by: actorName(office.db, row.saved_by),
    undone_at: row.undone_at === null ? null : toIso(instant(row.undone_at)),
  }
}
