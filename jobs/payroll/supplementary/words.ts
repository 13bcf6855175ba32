import type { Words } from '../../values/problem'

/** Corrections, reversals, arrears, off-cycle and final pay. */
export const supplementaryWords: Words = {
  'payroll.run_not_a_draft': {
    message:
      'Run {no} is {status}; only the draft of a correction, a reversal, arrears, off-cycle or final pay, or a trial run is computed again or discarded.',
    fix: 'A regular run is computed again from its period. What is approved is reversed or corrected.',
  },
  'payroll.run_not_effective': {
    message: 'Run {no} is {status}; only what is approved or paid can be corrected or reversed.',
    fix: 'Change a draft by correcting its data and recalculating it.',
  },
  'payroll.run_cannot_be_reversed': {
    message: 'Run {no} is itself a reversal.',
    fix: 'To pay the period after all, compute it again.',
  },
  'payroll.run_cannot_be_corrected': {
    message: 'Run {no} paid chosen items or differences; its payslips have no fresh figures to be replaced by.',
    fix: 'Reverse the run and make it again.',
  },
  'payroll.draft_in_the_way': {
    message: 'Run {no} is a draft that concerns the same payslips.',
    fix: 'Approve or discard that draft first.',
  },
  'payroll.period_is_closed': {
    message: '“{period}” is closed: its payslips stay as they are.',
    fix: 'Post what is to change as arrears in the current period. Where the period was closed by mistake, make it active again.',
  },
  'payroll.slip_not_effective': {
    message: 'The payslip of {name} has been replaced by a correction, or its run reversed.',
    fix: 'Open the payslip that stands for it now.',
  },
  'payroll.run_is_stale': {
    message:
      'Since run {no} was computed, other runs took effect that its figures rest on: it would count something twice, or leave it out.',
    fix: 'Recalculate it, look at the figures again, then approve.',
  },
  'payroll.run_facts_changed': {
    message:
      'Since run {no} was computed, what it is computed from was changed: a salary, an item of the month, leave, a loan, or a rule of pay.',
    fix: 'Recalculate it, look at the figures again, then approve.',
  },
  'payroll.draft_facts_changed': {
    message:
      'Since run {no} was computed, what it is computed from was changed, for the people or the periods it is about: a salary, an item of the month, leave, a loan, held pay, or a rule of pay.',
    fix: 'Recalculate it, look at the figures again, then approve. Where it is not wanted any more, discard the draft.',
  },
  'payroll.perhaps_paid': {
    message:
      'Run {no}, which this corrects, has the bank file {reference}, and nobody has said yet whether it went to the bank: the same pay could be paid twice.',
    fix: 'Open run {no}. Mark it as paid if the bank has the file; if not, choose “It was not sent” beside the file. Then approve.',
  },
  'payroll.run_is_discarded': {
    message: 'Run {no} was discarded.',
    fix: 'Make it again where it is wanted after all.',
  },
  'payroll.paid_by_final_run': {
    message: 'These got their final pay for this period by a run of their own: {names}.',
    fix: 'Recalculate the run; they are left out of it then.',
  },
  'payroll.arrears_of_itself': {
    message: '“{period}” is the period in which the arrears are to be posted.',
    fix: 'Choose earlier periods; what is wrong in this one is corrected on its own payslip.',
  },
  'payroll.arrears_not_run_yet': {
    message: '“{period}” has no approved pay run, so nothing was posted that could differ.',
    fix: 'Leave it out, or run and approve it first.',
  },
  'payroll.supplementary_ready': {
    message:
      'Run {no} of “{period}”, beside the regular one, has been computed: {employees} payslips wait for your review.',
    fix: 'Open the run, look at what it changes, then approve or discard it.',
  },
  'payroll.supplementary_with_errors': {
    message:
      'Run {no} of “{period}”, beside the regular one, has been computed: {employees} payslips, {errors} of them with an error that blocks the approval.',
    fix: 'Open the run and put right what the reasons say, then recalculate it.',
  },
  'payroll.final_pay_owes': {
    message: 'After this final pay {owed} {currency} stay owed to the office: the pay does not reach for it.',
    fix: 'Agree with the person how it is paid back. What each loan or advance still comes to stands on the person’s page.',
  },
  'payroll.final_pay_holds': {
    message:
      'Pay is held back from this person: {held} {currency} are not paid out with this final pay, and no later run comes.',
    fix: 'To pay it, release the held pay on the person’s page, then recalculate this draft, or correct the payslip where it is approved already.',
  },
  'payroll.final_pay_owes_and_holds': {
    message:
      'After this final pay {owed} {currency} stay owed to the office, while {held} {currency} of pay are held back, and no later run comes.',
    fix: 'Release the held pay on the person’s page and recalculate, where it is to be paid. Agree with the person how what is owed is paid back.',
  },
  'payroll.trial_in_the_way': {
    message: 'Run {no} of this period is a trial run already.',
    fix: 'Open it and recalculate it; where it is not wanted any more, discard it.',
  },
  'payroll.trial_is_never_paid': {
    message: 'Run {no} is a trial run: it is looked at and never paid.',
    fix: 'Run the period itself, from its page, and approve that run.',
  },
  'payroll.no_last_day': {
    message: 'This employee has no last day.',
    fix: 'Type the last day of the employment on the person’s page first.',
  },
  'payroll.no_period_for_last_day': {
    message: 'No open pay period holds {day}, the last day of the employment.',
    fix: 'Make that period and make it active, then draft the final pay.',
  },
  'payroll.leaver_already_paid': {
    message: 'This employee has an approved payslip for “{period}” already.',
    fix: 'Correct that payslip; it is computed anew with the last day as it is known now.',
  },
}
