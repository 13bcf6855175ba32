import type { Words } from '../values/problem'

export const scheduleWords: Words = {
  // A rule that cannot be accepted.
  'schedule.cron_fields': {
    message:
      'The cron expression “{expression}” has {count} fields; five are expected: minute, hour, day of month, month, day of week.',
    fix: 'Write all five, for example “0 2 * * *” for every day at 02:00.',
  },
  'schedule.cron_seconds': {
    message:
      'The cron expression “{expression}” has {count} fields; Daybook’s have five and begin with the minute, not with seconds.',
    fix: 'Leave out the field for seconds (the first) and the one for years (the seventh), if there is one.',
  },
  'schedule.cron_reboot': {
    message: '“{expression}” names an event, not a time.',
    fix: 'Choose a time; what was missed while the computer was off runs when Daybook starts.',
  },
  'schedule.cron_field': {
    message:
      'In the cron expression “{expression}” the {field} is “{found}”; expected: {expected}, * for all, lists (1,15), ranges (1-5) or steps (*/2).',
    fix: 'Change the {field}.',
  },
  'schedule.cron_never_fires': {
    message: 'The cron expression “{expression}” never fires: no date has that day in that month.',
    fix: 'Change the day of month or the month; L is the last day of every month.',
  },
  'schedule.one_rule': {
    message: 'A schedule has exactly one of cron, every_minutes and once_at; found: {found}.',
    fix: 'Give one of them.',
  },
  'schedule.every_minutes': {
    message: '“every_minutes” is {found}; expected a whole number from 1 to {most}.',
    fix: 'Give whole minutes, or a cron expression for longer rhythms.',
  },
  'schedule.once_in_past': {
    message: '“once_at” is {once_at}, which has passed: the office’s clock says {now}.',
    fix: 'Give an instant to come, or run the schedule by hand.',
  },
  'schedule.no_instant': {
    message: '“{field}” is “{found}”; expected an instant with its offset, for example 2026-11-25T02:00:00Z.',
    fix: 'Write the date, the time and Z or the offset (+01:00).',
  },
  'schedule.unknown_zone': {
    message: 'There is no time zone “{found}”.',
    fix: 'Use an IANA name such as Europe/Lisbon or America/New_York.',
  },
  'schedule.working_day_needs_cron': {
    message: '“working_day” is “{found}”, which moves days; only a cron expression has days that can be moved.',
    fix: 'Give a cron expression such as “0 9 28 * *”, or “unchanged”.',
  },
  'schedule.misfire_most': {
    message: '“misfire_most” is {found}; expected a whole number from 1 to {most}.',
    fix: 'Say how many missed occurrences run at most, for example 10.',
  },
  'schedule.expires_before_start': {
    message: '“expires_s” is {found}: the task would be given up before it could start.',
    fix: 'Give at least 1 second, or leave it out to have the task wait as long as it must.',
  },
  'schedule.name_taken': {
    message: 'There is a schedule named “{name}” already.',
    fix: 'Choose another name, or change that schedule.',
  },

  // What a schedule does not allow.
  'schedule.not_found': {
    message: 'There is no schedule {id}.',
    fix: 'Look in the list of schedules; by command line: daybook schedule list.',
  },
  'schedule.built_in_fixed': {
    message: '“{name}” comes with Daybook: its {field} stays.',
    fix: 'Pause it and add a schedule of your own; its time, zone and arguments can be changed.',
  },
  'schedule.built_in_stays': {
    message: '“{name}” comes with Daybook and cannot be deleted.',
    fix: 'Pause it; a paused schedule does nothing.',
  },
  'schedule.rule_fixed': {
    message: '“{name}” belongs to a rule ({owner}), which sets its {field}.',
    fix: 'Change the automation rule there; here it can be paused, resumed and run now.',
  },
  'schedule.rule_stays': {
    message: '“{name}” belongs to a rule ({owner}) and cannot be deleted by itself.',
    fix: 'Pause it, or switch the automation off there.',
  },

  // Why a schedule rests.
  'schedule.paused': {
    message: 'Paused by {by}.',
    fix: 'Resume it to have it run again; what it missed meanwhile is not run.',
  },
  'schedule.module_off': {
    message: 'The module {module} is switched off, and its schedules with it.',
    fix: 'Switch the module on in the settings.',
  },
  'schedule.once_done': {
    message: 'It was to run once, on {due}, and that is done.',
    fix: 'Give it a new instant to have it run again.',
  },
  'schedule.built_in_gone': {
    message: 'This version of Daybook no longer has this schedule.',
    fix: 'Nothing has to be done; its past occurrences stay readable.',
  },

  // What became of an occurrence.
  'schedule.caught_up': {
    message: 'Due at {due}, while the office was closed or the computer asleep; run at {woke}, {late_s} seconds late.',
    fix: 'Nothing has to be done.',
  },
  'schedule.already_due': {
    message: 'Its instant, {due}, had passed when the schedule was set at {made}, so it ran at once.',
    fix: 'Nothing has to be done.',
  },
  'schedule.coalesced': {
    message:
      'Missed while the office was closed; the latest missed occurrence, that of {ran}, stands for all before it.',
    fix: 'Run it by hand if each single one was needed.',
  },
  'schedule.coalesced_many': {
    message:
      'From {from} until before {until} it fell due {count} times while the office was closed; the latest missed occurrence, that of {ran}, stands for all of them.',
    fix: 'Run it by hand if each single one was needed.',
  },
  'schedule.still_running': {
    message: 'Skipped: task {task}, from an earlier occurrence, had not ended.',
    fix: 'If this repeats, let it run less often, or look into why the task takes so long.',
  },
  'schedule.same_work_waits': {
    message: 'Task {task} was already doing, or about to do, exactly this; it stands for this occurrence too.',
    fix: 'Nothing has to be done.',
  },
  'schedule.misfire_skipped': {
    message: 'Due at {due}, missed until {woke}; this schedule does not run what it missed.',
    fix: 'Choose “the latest” or “all” for what was missed, or run it by hand.',
  },
  'schedule.misfire_skipped_many': {
    message:
      'From {from} until before {until} it fell due {count} times and was missed until {woke}; this schedule does not run what it missed.',
    fix: 'Choose “the latest” or “all” for what was missed, or run it by hand.',
  },
  'schedule.beyond_most': {
    message: 'Missed while the office was closed; of what is missed the latest {most} run, and this is an older one.',
    fix: 'Raise the number of missed occurrences that run, or run it by hand.',
  },
  'schedule.beyond_most_many': {
    message:
      'From {from} until before {until} it fell due {count} times while the office was closed; of what is missed the latest {most} run, and these are older.',
    fix: 'Raise the number of missed occurrences that run, or run it by hand.',
  },
  'schedule.still_waiting': {
    message: 'Skipped: {count} earlier occurrences still waited for their turn.',
    fix: 'If this repeats, let it run less often, or look into why the task takes so long.',
  },
  'schedule.waits_in_line': {
    message: 'It waits until the earlier occurrences have ended: it is number {before} in line.',
    fix: 'Nothing has to be done.',
  },
  'schedule.queue_full': {
    message: 'Skipped: {most} earlier occurrences already waited for their turn.',
    fix: 'Look into why the task does not end; let it run less often, or leave out what overlaps.',
  },
  'schedule.waited': {
    message: 'Due at {due}; it waited for an earlier occurrence and was started at {started}.',
    fix: 'Nothing has to be done.',
  },
  'schedule.replaces': {
    message: 'Task {task}, from an earlier occurrence, is being ended so that this one can start.',
    fix: 'Nothing has to be done.',
  },
  'schedule.replaced': {
    message: 'It waited to start, and the occurrence of {by} took its place.',
    fix: 'Nothing has to be done.',
  },
  'schedule.spread': {
    message: 'Its start was set {seconds} seconds after its instant: it is spread over {most} seconds.',
    fix: 'Set the spread to 0 to start on the second.',
  },
  'schedule.all_caught_up': {
    message:
      'The office was closed from {from} to {to}. What fell due meanwhile was caught up, each once: {ran_names}.',
    fix: 'Nothing has to be done. Schedules shows each of them.',
  },
  'schedule.while_closed': {
    message:
      'The office was closed from {from} to {to}. Of what fell due meanwhile {ran} late runs were started ({ran_names}), {not_run} were not run ({not_run_names}).',
    fix: 'Schedules shows each of them with its reason.',
  },

  // What to look out for in a rule that is accepted.
  'schedule.warning_either_day': {
    message:
      'Both days are given: it runs on day {day_of_month} of the month and also on every day of week {day_of_week}, not only where both meet.',
    fix: 'Put * in one of the two fields if that is not meant.',
  },
  'schedule.warning_skips_months': {
    message: 'It never runs in {months}: no day there matches.',
    fix: 'For the last day of every month write L as the day of month.',
  },
  'schedule.warning_skips_months_some_years': {
    message: 'In some years it does not run in {months}: no day there matches then.',
    fix: 'For the last day of every month write L as the day of month.',
  },
  'schedule.warning_uneven_steps': {
    message:
      'The {field} “{found}” is uneven: it begins anew each time round, so that the last step is shorter than {step}.',
    fix: 'Choose a step that divides evenly, a list of fixed values, or every so many minutes.',
  },
  'schedule.warning_faster_than_task': {
    message: 'It falls due every {gap_s} seconds at the closest, and its task has lately taken {takes_s} seconds.',
    fix: 'Let it run less often; until then the overlap rule decides what becomes of those in between.',
  },
  'schedule.warning_spread_too_far': {
    message: 'Its start is spread over {jitter_s} seconds, and it falls due again after {gap_s}.',
    fix: 'Choose a spread that is shorter than the time between two of its instants.',
  },
  'schedule.warning_moved': {
    message: 'On one of these days the clock is put forward over its time; it runs at the change, {runs_at}.',
    fix: 'Nothing has to be done; choose another hour if it must not move.',
  },
}
