import type { Output } from '../../jobs/api/contract'
import { payRunKinds } from '../../jobs/api/contract/lists'
import type { MarkName } from '../components/mark'
import { taskInWords, words } from '../words/en'

export type Need = Output<'today.read'>['needs'][number]

type Worded = { state: MarkName; what: string; why: string; href: string; open: string }

const { today } = words

/** What a need says, and where it leads. */
export function wordNeed(need: Need): Worded {
  switch (need.kind) {
    case 'approve_run':
      return {
        state: 'needs',
        what:
          need.run_kind === 'regular'
            ? today.approveRun(nameOf(need))
            : today.approveBeside(payRunKinds[need.run_kind], nameOf(need)),
        why:
          need.run_kind === 'arrears' && need.employees === 0 ? today.noArrears : today.approveRunWhy(need.employees),
        href: runHref(need),
        open: today.review,
      }
    case 'mend_slips':
      return {
        state: 'needs',
        what: today.mendSlips(nameOf(need), need.errors),
        why: today.mendSlipsWhy,
        href: runHref(need),
        open: today.open,
      }
    case 'answer_import':
      return { ...fileNeed(need), what: today.answerImport(need.file_name), why: today.answerImportWhy }
    case 'mend_import':
      return {
        ...fileNeed(need),
        what: today.mendImport(need.file_name, need.errors),
        why: today.mendImportWhy(need.rows - need.errors),
      }
    case 'apply_import':
      return { ...fileNeed(need), what: today.applyImport(need.file_name), why: today.applyImportWhy(need.rows) }
    case 'task_failed':
      return {
        state: 'failed',
        what: today.taskFailed(taskInWords(need.task), need.n),
        why: need.reason ? `${need.reason.message} ${need.reason.fix}` : need.task,
        href: `#/tasks/${need.task_id}`,
        open: today.open,
      }
    case 'mail_unknown':
      return mailNeed('needs', today.mailUnknown(need.n), today.mailUnknownWhy, '#/outbox?state=unknown')
    case 'mail_failed':
      return mailNeed('failed', today.mailFailed(need.n), today.mailFailedWhy, '#/outbox?state=failed')
    case 'mail_held':
      return mailNeed('needs', today.mailHeld(need.n), today.mailHeldWhy, '#/outbox?state=held')
  }
}

/** A run beside the regular one has a page of its own. */
const runHref = (need: { run_kind: keyof typeof payRunKinds; run_id: number; period_id: number }): string =>
  need.run_kind === 'regular' ? `#/pay-runs/${need.period_id}` : `#/pay-runs/${need.period_id}/runs/${need.run_id}`

const fileNeed = ({ import_id }: { import_id: number }) => ({
  state: 'needs' as const,
  href: `#/imports/${import_id}`,
  open: today.open,
})

const mailNeed = (state: MarkName, what: string, why: string, href: string): Worded => ({
  state,
  what,
  why,
  href,
  open: today.look,
})

/** A period by its description, else by its days. */
const nameOf = (need: { period: string; start_date: string; end_date: string }): string =>
  need.period.trim() || `${need.start_date} – ${need.end_date}`
