import { mergedPayslips, payslipOf } from '../../../db/queries/payslips'
import { issuedRun, requestSend, sendSamples } from '../../payroll/payslips'
import { Problem } from '../../values/problem'
import { dateIn } from '../../values/time'
import type { payslipsContract } from '../contract/payslips'
import { TaskState } from '../contract/tasks'
import type { HandlersOf } from '../office'

export const payslipsHandlers: HandlersOf<typeof payslipsContract> = {
  'payslips.send': async ({ engine }, { id }, { actor }) => {
    const { taskId, state, deduplicated } = await engine.write(actor, (write) => requestSend(write, id))
    return { task_id: String(taskId), state: TaskState.parse(state), deduplicated }
  },
  'payslips.send_samples': ({ engine }, { id, confirmed }, { actor }) =>
    engine.write(actor, (write) => sendSamples(write, id, confirmed)),
  'payslips.preview': async ({ db, clock, engine, files }, { language }) => {
    const { previewPayslip } = await import('../../payroll/payslips/preview')
    const now = clock.now()
    const bytes = await previewPayslip(db, language, dateIn(now, engine.zone()), now, files.read)
    return { fileName: `payslip-preview-${language}.pdf`, mediaType: 'application/pdf', bytes: new Uint8Array(bytes) }
  },
  'payslips.merged': ({ db }, { id }) => {
    const run = issuedRun(db, id)
    const sha256 = mergedPayslips(db, id)
    if (!sha256) throw new Problem('payslips.not_made_yet', { id }, { kind: 'conflict' })
    return { fileName: `payslips-${run.end_on.slice(0, 7)}.pdf`, mediaType: 'application/pdf', sha256 }
  },
  'payslips.one': ({ db }, { id }) => {
    const found = payslipOf(db, id)
    if (!found) throw new Problem('payslips.unknown_slip', { id }, { kind: 'not_found' })
    return { fileName: found.original_name, mediaType: 'application/pdf', sha256: found.sha256 }
  },
}
