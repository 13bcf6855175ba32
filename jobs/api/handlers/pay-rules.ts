import type { Db } from '../../../db/open'
import { allRateTables, allRateVersions } from '../../../db/queries/payroll/rate-tables'
import { readOrigin } from '../../payroll/origin'
import { payTermsOf, setTypedItem } from '../../payroll/pay-terms'
import { checkFormula, deleteRateVersion, saveRateVersion, usersOf } from '../../payroll/rate-tables'
import type { Band } from '../../payroll/rules/component'
import { readStructures, saveStructures } from '../../payroll/structures'
import { addLeave, addLoan, holdPay, releasePay, removeLeave, stopLoan } from '../../payroll/terms'
import { readSetting } from '../../shared/settings'
import type { payRulesContract } from '../contract/pay-rules'
import type { HandlersOf } from '../office'
import { originView } from './origin-view'

const rateTables = (db: Db) => {
  const versions = allRateVersions(db)
  const items = allRateTables(db).map((table) => ({
    code: table.code,
    name: table.name,
    kind: table.kind,
    used_by: usersOf(db, table.code),
    versions: versions
      .filter((one) => one.table_id === table.id)
      .map((one) => ({
        from: one.from_on,
        bands: one.bands === null ? null : editedBands(JSON.parse(one.bands) as Band[]), // written by the office itself
        rate_ppm: one.rate_ppm,
        amount_minor: one.amount_minor,
        source: one.source,
        origin: originView(readOrigin(db, one.origin)),
      })),
  }))
  return { items, next: null }
}

const editedBands = (bands: Band[]) => bands.map((one) => ({ up_to_minor: one.upToMinor, rate_ppm: one.ratePpm }))
const structures = (db: Db) => ({ items: readStructures(db), next: null })
const CHANGED = { changed: true }

export const payRulesHandlers: HandlersOf<typeof payRulesContract> = {
  'payroll.rate_tables': ({ db }) => rateTables(db),
  'payroll.save_rate_version': async ({ db, engine }, input, { actor }) => {
    const { bands, rate_ppm: ratePpm, amount_minor: amountMinor, ...rest } = input
    const read = bands?.map((band) => ({ upToMinor: band.up_to_minor, ratePpm: band.rate_ppm })) ?? null
    await engine.write(actor, (write) => saveRateVersion(write, { ...rest, bands: read, ratePpm, amountMinor }, actor))
    return rateTables(db)
  },
  'payroll.remove_rate_version': async ({ db, engine }, { code, from }, { actor }) => {
    await engine.write(actor, (write) => deleteRateVersion(write, code, from))
    return rateTables(db)
  },
  'payroll.check_formula': ({ db }, { component, formula }) => checkFormula(db, component, formula),
  'payroll.structures': ({ db }) => structures(db),
  'payroll.save_structures': async ({ db, engine }, { items }, { actor }) => {
    await engine.write(actor, (write) => saveStructures(write, items))
    return structures(db)
  },
  'payroll.pay_terms': ({ db }, { employee_id }) => {
    const terms = payTermsOf(db, employee_id)
    const origin = (text: string) => originView(readOrigin(db, text))
    return {
      currency: readSetting(db, 'office').currency,
      leave: terms.leave.map((one) => ({
        id: one.id,
        from: one.from_on,
        to: one.to_on,
        half_day: one.half_day === 1,
        kind: one.kind,
        note: one.note,
        origin: origin(one.origin),
      })),
      loans: terms.loans.map((one) => ({
        id: one.id,
        code: one.code,
        principal_minor: one.principal_minor,
        instalment_minor: one.instalment_minor,
        balance_minor: one.balanceMinor,
        from: one.from_on,
        stopped_on: one.stopped_on,
        note: one.note,
        origin: origin(one.origin),
      })),
      hold: terms.hold && {
        from: terms.hold.from_on,
        amount_minor: terms.hold.amount_minor,
        reason: terms.hold.reason,
        origin: origin(terms.hold.origin),
      },
      held_minor: terms.heldMinor,
      carried: terms.carried.map(({ code, amount_minor }) => ({ code, amount_minor })),
      items: terms.items.map(({ month, code, name, source, amount_minor, quantity, rate_minor, standing }) => ({
        month,
        code,
        name,
        source,
        amount_minor,
        quantity,
        rate_minor,
        standing,
      })),
      item_codes: terms.itemCodes.map(({ code, name, takesLoans }) => ({ code, name, takes_loans: takesLoans })),
    }
  },
  'payroll.add_leave': async ({ engine }, { employee_id: partyId, half_day: halfDay, ...rest }, { actor }) => ({
    id: await engine.write(actor, (write) => addLeave(write, { partyId, halfDay, ...rest })),
  }),
  'payroll.remove_leave': async ({ engine }, { id }, { actor }) => {
    await engine.write(actor, (write) => removeLeave(write, id))
    return CHANGED
  },
  'payroll.add_loan': async ({ engine }, input, { actor }) => {
    const { employee_id: partyId, principal_minor: principalMinor, instalment_minor: instalmentMinor, ...rest } = input
    const loan = { partyId, principalMinor, instalmentMinor, ...rest }
    return { id: await engine.write(actor, (write) => addLoan(write, loan)) }
  },
  'payroll.stop_loan': async ({ engine }, { id, on }, { actor }) => {
    await engine.write(actor, (write) => stopLoan(write, id, on))
    return CHANGED
  },
  'payroll.hold_pay': async ({ engine }, { employee_id: partyId, amount_minor: amountMinor, ...rest }, { actor }) => ({
    id: await engine.write(actor, (write) => holdPay(write, { partyId, amountMinor, ...rest })),
  }),
  'payroll.release_pay': async ({ engine }, { employee_id, on }, { actor }) => {
    await engine.write(actor, (write) => releasePay(write, employee_id, on))
    return CHANGED
  },
  'payroll.set_item': async (
    { engine },
    { employee_id, month, code, amount_minor, quantity, rate_minor },
    { actor },
  ) => {
    const item = {
      code,
      ...(amount_minor === null ? {} : { amountMinor: amount_minor }),
      ...(quantity === null ? {} : { quantity }),
      ...(rate_minor === null ? {} : { rateMinor: rate_minor }),
    }
    await engine.write(actor, (write) => setTypedItem(write, employee_id, month, item))
    return CHANGED
  },
}
