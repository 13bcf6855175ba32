import type { Words } from '../values/problem'
import { componentWords } from './component-words'
import { formulaWords } from './formula-words'
import { sheetWords } from './sheets/words'
import { slipWords } from './slip-words'
import { supplementaryWords } from './supplementary/words'
import { termWords } from './term-words'

/** Periods, rules and runs; slips and components have their own. */
export const payrollWords: Words = {
  ...slipWords,
  ...componentWords,
  ...formulaWords,
  ...termWords,
  ...supplementaryWords,
  ...sheetWords,
  'payroll.period_not_found': {
    message: 'There is no payroll period {id}.',
    fix: 'Pay runs lists the periods there are; it may have been deleted meanwhile.',
  },
  'payroll.period_date_unreadable': {
    message: '“{field}” is “{found}”, which is no date.',
    fix: 'Give a date that exists as YYYY-MM-DD, such as 2024-02-29, between 1900 and 2199.',
  },
  'payroll.period_ends_before_it_begins': {
    message: 'The period ends on {end}, before it begins on {start}.',
    fix: 'Exchange the dates, or correct the wrong one.',
  },
  'payroll.period_too_long': {
    message: 'The period from {start} to {end} has {days} days; a period has {most} at most.',
    fix: 'Check the years of both dates.',
  },
  'payroll.period_overlaps': {
    message:
      'The {type} period {start} to {end} overlaps “{other}” (number {id}, {other_start} to {other_end}), and two periods of one type would pay the same days twice.',
    fix: 'Change the dates, or use the period that is there.',
  },
  'payroll.period_has_a_run': {
    message: 'The period already has a pay run, which was computed for these dates.',
    fix: 'Leave dates and type as they are; close the period and make another one where they are wrong.',
  },
  'payroll.period_not_active': {
    message: 'The period is {status}; only an active period is run.',
    fix: 'Open it again first: its state has to be active.',
  },
  'payroll.period_missed': {
    message:
      '“{period}” was not run: it was due at {due_at}, and the computer was off until more than 7 days after its end on {end}.',
    fix: 'Open the period and run it by hand, if it is still to be paid.',
  },
  'payroll.not_due': {
    message: 'The period’s rule says {due_at}, which has not come yet.',
    fix: 'Wait for it, or run it at once with “force”: true.',
  },
  'payroll.due_instant_moved': {
    message: 'The rule was changed after this run was planned for {asked}; it now names another time.',
    fix: 'Nothing has to be done: the period runs at its new time.',
  },
  'payroll.due_already_answered': {
    message: 'This due time has already been answered by a run.',
    fix: 'Nothing has to be done. A period runs by its rule once.',
  },
  'payroll.ran_late': {
    message: 'It was due at {due_at} and ran at {ran_at}, as soon as the computer was on again.',
    fix: 'Nothing has to be done.',
  },
  'payroll.rule_says_nothing': {
    message: 'Automation is on, but the rule does not say when to run.',
    fix: 'Give days_before_end, run_on_date or cron in “automation_rule”, or switch “automation_enabled” off.',
  },
  'payroll.unknown_rule_key': {
    message: 'The automation rule has the key “{key}”, which means nothing here.',
    fix: 'Use {known}.',
  },
  'payroll.days_before_end_out_of_range': {
    message:
      '“days_before_end” is {found}; expected is a whole number of days from 0 to {most}, which lie within the period.',
    fix: 'Give a number from 0 (the last day) to {most} (the first).',
  },
  'payroll.run_on_date_not_a_date': {
    message: '“run_on_date” is {found}, which is no date.',
    fix: 'Give a date that exists as YYYY-MM-DD.',
  },
  'payroll.run_on_date_out_of_range': {
    message: '“run_on_date” is {found}, outside what can belong to this period: {earliest} to {latest}.',
    fix: 'Choose a day from the period’s start to 7 days after its end.',
  },
  'payroll.not_a_time_of_day': {
    message: '“time” is {found}, which is no time of the day.',
    fix: 'Give hours and minutes with two digits each, from 00:00 to 23:59, such as 02:00.',
  },
  'payroll.time_beside_cron': {
    message: 'The rule has both a time, {found}, and a cron expression, which says its own times.',
    fix: 'Leave one of them out.',
  },
  'payroll.not_a_working_day_rule': {
    message: '“working_day” is {found}; expected is one of {known}.',
    fix: 'Give “before” or “after” to run on a working day, or leave it out to run on days off too.',
  },
  'payroll.not_an_outcome': {
    message: '“outcome” is {found}; expected is one of {known}.',
    fix: 'Leave it out for a draft that waits for approval, or give “approve” for one that is approved by itself.',
  },
  'payroll.rule_cannot_approve': {
    message: 'In this office a pay run is approved by two people, so no rule approves one by itself.',
    fix: 'Let the draft wait for approval.',
  },
  'payroll.cron_not_text': {
    message: '“cron” is {found}; a cron expression in quotes is expected.',
    fix: 'Give five fields such as "0 2 * * *" (daily at 02:00).',
  },
  'payroll.addresses_not_a_list': {
    message: '“notification_emails” holds {found}; a list of mail addresses is expected.',
    fix: 'Give a list with one address in each place: ["finance@example.org", "hr@example.org"].',
  },
  'payroll.warning_unusual_length': {
    message: 'A {type} period mostly has {expected} days; this one has {days}.',
    fix: 'Check the dates, or choose the type “custom”.',
  },
  'payroll.warning_no_tick': {
    message:
      'The cron expression names no time between {gate} and the period’s end on {end}; the period runs on {gate} at 02:00.',
    fix: 'Leave cron out, or choose one that falls into these days.',
  },
  'payroll.warning_too_late': {
    message:
      'The rule’s time, {due_at}, has passed, and the period ended more than {days} days ago: it does not run by itself.',
    fix: 'Run it by hand.',
  },
  'payroll.warning_shares_days': {
    message:
      'It shares days with “{other}” ({type}, {start} to {end}): employees whose contract names no schedule are paid by both.',
    fix: 'Give the contracts a schedule, or close one of the periods.',
  },
  'payroll.run_not_found': { message: 'There is no pay run {id}.', fix: 'The period lists its runs.' },
  'payroll.run_already_approved': {
    message: 'The pay run is approved: its payslips are facts and no longer change.',
    fix: 'Correct it in the next period.',
  },
  'payroll.run_is_computing': {
    message: 'The pay run is being computed by task {task}.',
    fix: 'Wait until the task has ended, review the run, then approve it.',
  },
  'payroll.run_not_computing': {
    message: 'Payslips of period {period} were handed in by a task that does not hold the run.',
    fix: 'Run the period again.',
  },
  'payroll.slips_incomplete': {
    message: '{computed} payslips were computed, but {staged} arrived.',
    fix: 'Nothing has to be done: the run is computed again. If it happens again, send the log of today.',
  },
  'payroll.run_is_empty': {
    message: 'The pay run has no payslips: nobody is employed in its period, or it was never computed.',
    fix: 'Check the contracts, then run the period again.',
  },
  'payroll.run_has_errors': {
    message: 'Payslips with an error block the approval ({count}): {names}.',
    fix: 'Put right what their reasons say, run the period again, then approve it.',
  },
  'payroll.second_person_needed': {
    message: 'In this office a pay run is approved by two people, and only one has said yes.',
    fix: 'Let another manager or owner look at the run and type their passphrase.',
  },
  'payroll.second_person_changed': {
    message: 'The second person was changed while the run was being approved; nothing was approved.',
    fix: 'Approve again, with the passphrase of somebody who is manager or owner now.',
  },
  'payroll.run_not_approved': {
    message: 'The pay run is {status}; only an approved one can be marked as paid.',
    fix: 'Approve it first.',
  },
  'payroll.reversal_pays_nobody': {
    message: 'A run that was reversed, and the one that reverses it, pay nobody.',
    fix: 'Pay the run that takes the place of the reversed one.',
  },
  'payroll.run_already_paid': { message: 'The pay run is already marked as paid.', fix: 'Nothing has to be done.' },
  'payroll.task_gone': {
    message: 'Task {task}, which computed this run, is gone without an end.',
    fix: 'Run the period again.',
  },
  'payroll.run_freed': {
    message: 'Pay run {run} was marked as being computed by task {task}, which is gone; it is a draft again.',
    fix: 'Run the period again to get fresh figures.',
  },
  'payroll.draft_ready': {
    message: '“{period}” has been computed: {employees} payslips wait for your review.',
    fix: 'Open the run, look at what has changed, then approve it.',
  },
  'payroll.not_approved_by_rule': {
    message:
      '“{period}” has been computed and was not approved by its rule: {look} of {employees} payslips need a look.',
    fix: 'Open the run, look at what stands first, then approve it.',
  },
  'payroll.draft_is_another': {
    message: 'Pay run {run} is no longer the draft that the rule was to approve.',
    fix: 'Nothing has to be done: whoever changed it approves it.',
  },
  'payroll.recomputed_by_rule': {
    message:
      'Other runs took effect after pay run {run} was computed; the rule has it computed anew before it approves.',
    fix: 'Nothing has to be done: the fresh draft is approved by the rule, or waits for you with its reason.',
  },
  'payroll.draft_with_errors': {
    message:
      '“{period}” has been computed: {employees} payslips, {errors} of them with an error that blocks the approval.',
    fix: 'Open the run and put right what the reasons say, then run it again.',
  },
}
