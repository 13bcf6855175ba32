import type { PeriodRow } from '../../../db/queries/payroll/periods'
import type { SlipLineRow } from '../../../db/queries/payroll/slips'
import { preview } from '../../engine/scheduler'
import { explainLine } from '../../payroll/explain'
import { payslipStatus } from '../../payroll/payslips'
import { ruleSentence } from '../../payroll/period-view'
import { type PreviewedDue, previewRule } from '../../payroll/preview-rule'
import { type Compared, type ReviewedRun, review } from '../../payroll/review'
import type { ReviewRow } from '../../payroll/rules/review'
import type { Reason } from '../../values/problem'
import { toIso } from '../../values/time'
import { wordReason } from '../../words'
import type { payReviewContract } from '../contract/pay-review'
import type { HandlersOf } from '../office'
import { originView } from './origin-view'

const inWords = (reason: Reason) => ({ code: reason.code, ...wordReason(reason) })
const storedReason = (text: string | null) => (text === null ? null : inWords(JSON.parse(text) as Reason))
const ref = (row: PeriodRow) => ({
  id: row.id,
  start_date: row.start_on,
  end_date: row.end_on,
  description: row.description,
})
const totals = ({ employees, errors: _, ...sums }: Compared['figures']) => ({ people: employees, ...sums })
const comparedView = (one: Compared | null) =>
  one && { ...ref(one.period), run_id: one.runIds[0] ?? 0, totals: totals(one.figures) }
const dueView = (one: PreviewedDue) => ({
  start_date: one.start,
  end_date: one.end,
  due_at: toIso(one.at),
  no_tick: one.noTick,
  moved_from: one.movedFrom,
  holiday: one.holiday,
  state: one.state,
})
const textId = (id: number | null) => (id === null ? null : String(id))

export const payReviewHandlers: HandlersOf<typeof payReviewContract> = {
  'payroll.review': ({ db }, { id, rest }) => {
    const found = review(db, id)
    const small = found.rows.filter((row) => row.group === 'rest')
    const sum = (of: (row: ReviewRow) => number) => small.reduce((total, row) => total + of(row), 0)
    return {
      before: comparedView(found.before),
      year_ago: comparedView(found.yearAgo),
      totals: totals(found.figures),
      components: found.components,
      items: found.rows.filter((row) => rest || row.group !== 'rest').map((row) => reviewItem(row, found)),
      rest: {
        people: small.length,
        before_minor: sum((row) => row.beforeMinor ?? 0),
        net_minor: sum((row) => row.netMinor ?? 0),
        difference_minor: sum((row) => row.differenceMinor),
      },
      next: null,
    }
  },
  'payroll.explain_line': ({ db }, { slip_id, code }) => {
    const found = explainLine(db, slip_id, code)
    const { slip, run, rule } = found
    return {
      employee: { id: slip.party_id, name: slip.name, external_ref: slip.external_ref },
      slip_id: slip.id,
      is_void: slip.state === 'voided',
      run: {
        id: run.id,
        no: run.no,
        kind: run.kind,
        status: run.status,
        version: run.version,
        computed_at: run.computed_at === null ? null : toIso(run.computed_at),
      },
      period: ref(found.period),
      currency: run.currency,
      net_minor: slip.net_minor,
      reason: storedReason(slip.reason),
      paid_days: slip.paid_half_days / 2,
      total_days: slip.total_days,
      lines: found.lines.map((one) => ({ ...explainedLine(one), year_minor: one.yearMinor })),
      line: found.line && explainedLine(found.line),
      rule: rule && {
        method: rule.method,
        base: rule.base,
        bands: rule.bands?.map((band) => ({ up_to_minor: band.upToMinor, rate_ppm: band.ratePpm })) ?? null,
        formula: rule.formula,
        rate_table: rule.rateTable,
        carry_over: rule.carryOver,
        cap_minor: rule.capMinor,
        rounding: rule.rounding,
      },
      inputs: found.inputs.map((one) => ({
        kind: one.kind,
        name: one.name,
        from: one.from,
        to: one.to,
        amount_minor: one.amountMinor,
        quantity: one.quantity,
        rate: one.rate,
        of_minor: one.ofMinor,
        origin: originView(one.origin),
      })),
      changed_since: found.changedSince,
      before: found.beforePeriod && { ...ref(found.beforePeriod), amount_minor: found.beforeMinor },
      year_ago: found.yearAgoPeriod && { ...ref(found.yearAgoPeriod), amount_minor: found.yearAgoMinor },
      year_minor: found.yearMinor,
      tax_year: found.taxYear,
    }
  },
  'payroll.preview_rule': async ({ db, engine, clock }, input) => {
    const zone = engine.zone()
    const { rule, due, warnings, next } = previewRule(db, input, clock.now(), zone)
    const cronWords = rule.cron === undefined ? null : (await preview(rule.cron, zone, clock.now(), 1)).sentence
    return {
      rule_sentence: ruleSentence(rule, cronWords),
      cron_words: cronWords,
      due_at: due === null ? null : toIso(due.at),
      due: due && dueView(due),
      warnings: warnings.map(inWords),
      next: next.map(dueView),
    }
  },
  'payslips.status': ({ db }, { id }) => {
    const status = payslipStatus(db, id)
    const mails: Record<string, number> = {}
    for (const { state } of status.mails) mails[state] = (mails[state] ?? 0) + 1
    const count = (is: (one: (typeof status.toSend)[number]) => boolean) => status.toSend.filter(is).length
    return {
      made: status.made,
      people: status.people,
      making_task_id: textId(status.makingTask),
      sending_task_id: textId(status.sendingTask),
      to_send: {
        goes: count(({ reason }) => reason === null),
        held: count(({ reaches, reason }) => reaches && reason !== null),
        without: count(({ reaches }) => !reaches),
      },
      findings: status.toSend.flatMap(({ person, email, reaches, reason }) =>
        reason === null
          ? []
          : [
              {
                employee_id: person.party_id,
                name: person.name,
                external_ref: person.external_ref,
                email,
                reaches,
                reason: inWords(reason),
              },
            ],
      ),
      mails,
    }
  },
}

function reviewItem(row: ReviewRow, { slips, slipsBefore, slipsYearAgo, employed }: ReviewedRun) {
  const yearAgo = slipsYearAgo.get(row.partyId)
  const slip = slips.get(row.partyId)
  const person = slip ?? slipsBefore.get(row.partyId)
  const { from = null, to = null } = employed.get(row.partyId) ?? {}
  return {
    employee_id: row.partyId,
    name: person?.name ?? '',
    external_ref: person?.external_ref ?? null,
    slip_id: slip?.id ?? null,
    group: row.group,
    before_minor: row.beforeMinor,
    net_minor: row.netMinor,
    year_ago_minor: yearAgo?.status === 'ok' ? yearAgo.net_minor : null,
    difference_minor: row.differenceMinor,
    reason: storedReason(slip?.reason ?? null),
    paid_days: slip ? slip.paid_half_days / 2 : null,
    total_days: slip?.total_days ?? null,
    employed_from: from,
    employed_to: to,
    causes: row.causes.map((cause) => ({
      kind: cause.kind,
      code: cause.code,
      name: cause.name,
      effect_minor: cause.effectMinor,
      before: side(cause.before),
      after: side(cause.after),
    })),
  }
}

const side = (one: ReviewRow['causes'][number]['before']) =>
  one && { amount_minor: one.amountMinor, quantity: one.quantity, base_minor: one.baseMinor }

const explainedLine = (line: SlipLineRow & { name: string }) => ({
  code: line.code,
  name: line.name,
  kind: line.kind,
  quantity: line.quantity,
  rate: line.rate,
  base_minor: line.base_minor,
  amount_minor: line.amount_minor,
})
