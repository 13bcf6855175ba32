import type { Words } from '../values/problem'

/** Answers to “why did it, or did it not, run at this instant?” */
export const explainWords: Words = {
  'schedule.explained_on_time': {
    message: 'It was due at {due} and was started on time, as task {task}.',
    fix: 'The task shows how it ended.',
  },
  'schedule.explained_by_hand': {
    message: 'Somebody ran it by hand at {due}, as task {task}.',
    fix: 'The audit chain shows who it was.',
  },
  'schedule.explained_not_due': {
    message: 'It was not due at {at}. By its rule then, it was due before at {before} and after at {after}.',
    fix: 'Change its rule if it should run at that time.',
  },
  'schedule.explained_not_due_then': {
    message: 'It will not be due at {at}.',
    fix: 'Its page shows the next instants; change its rule if it should run at that time.',
  },
  'schedule.explained_to_come': {
    message: 'That is to come: it will be due at {at}.',
    fix: 'Nothing has to be done.',
  },
  'schedule.explained_moved': {
    message:
      'The office is closed on that day, by its working days and the holidays as they are listed now, so that {at} was moved to {to}.',
    fix: 'Choose “on the day itself” as its working-day rule if it should run on days off.',
  },
  'schedule.explained_paused': {
    message: 'It was due at {at} by its rule, and it rested since {since} (set by {by}).',
    fix: 'What it missed while it rested is not run; run it by hand if it was needed.',
  },
  'schedule.explained_module_off': {
    message: 'It was due at {at} by its rule, and the module {module} was switched off since {since}.',
    fix: 'Switch the module on in the settings.',
  },
  'schedule.explained_not_made': {
    message: 'At {at} it was not there yet: it was made at {made}.',
    fix: 'Nothing has to be done.',
  },
  'schedule.explained_not_recorded': {
    message:
      'What its rule was at {at} was not written down: it is older than this record or has been cleared with it, though it was made at {made}.',
    fix: 'The audit chain shows who changed it and when.',
  },
  'schedule.explained_no_row': {
    message:
      'By its rule, in force since {since}, it was due at {at}, and no row says what became of it. The clock was moved over that instant, or the working days were others then.',
    fix: 'Run it by hand if it was needed.',
  },
}
