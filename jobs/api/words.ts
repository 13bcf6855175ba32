import type { Words } from '../values/problem'

export const apiWords: Words = {
  internal: {
    message: 'Something went wrong inside Daybook; the log has it under {error_id}.',
    fix: 'Try again. If it happens again, send the log of today with this number.',
  },
  not_built: { message: '{what} is not built yet.', fix: '{instead}' },
  'office.interrupted': {
    message: 'The office ended before it answered this.',
    fix: 'Look whether it was done, and do it again if it was not.',
  },
  'api.called_off': {
    message: 'Making the file was cancelled.',
    fix: 'Nothing was saved. Ask for it again at any time.',
  },
  'api.unauthorized': {
    message: 'Daybook does not know who is asking: there is no valid token and no open session.',
    fix: 'Open Daybook from its own link, or send the token of the data folder’s office.json as “Authorization: Bearer …”.',
  },
  'api.link_used': {
    message: 'This link has been used already; a link opens Daybook once.',
    fix: 'Start Daybook again: it prints a new link each time.',
  },
  'session.locked': {
    message: 'This window is locked.',
    fix: 'Say who you are and type your passphrase.',
  },
  'session.none': {
    message: 'A script with the token has no session that could be locked or unlocked.',
    fix: 'Leave this call out: the token acts as the owner.',
  },
  'api.wrong_host': {
    message: 'The request came for the host “{found}”; this office answers to {expected} only.',
    fix: 'Use the address Daybook printed when it started.',
  },
  'api.wrong_origin': {
    message: 'The request came from the page {found}; only Daybook’s own pages may ask this office.',
    fix: 'Open Daybook itself, or call it from a script with the token.',
  },
  'api.forbidden': {
    message: 'The role {role} may not do this; it takes {needed}.',
    fix: 'Ask somebody with the role {needed}.',
  },
  'api.unknown_method': {
    message: 'There is no method “{method}”.{near}',
    fix: 'The documents list every method.',
  },
  'api.unknown_path': { message: 'There is nothing at {verb} {path}.', fix: 'The documents list every path.' },
  'api.invalid_input': {
    message: '{where}: found {found}, expected {expected}.{more}',
    fix: '{mend}',
  },
  'api.malformed': { message: 'The request cannot be read: {found}.', fix: 'Send one well-formed JSON object.' },
  'api.media_type': {
    message: 'The request’s body is {found}; {expected} is expected.',
    fix: 'Send it with “Content-Type: {expected}”.',
  },
  'api.too_large': {
    message: '{what} is larger than {limit}.',
    fix: 'Send less at once; large tables go in as a file, under Imports.',
  },
  'api.same_field_twice': {
    message: '“{field}” is given twice, once in the path and differently in the body or query.',
    fix: 'Give it once.',
  },
  'api.file_missing': {
    message: 'The upload has no file in the field “{field}”.',
    fix: 'Send the file as multipart/form-data in the field “{field}”.',
  },
  'api.window_missing': {
    message: 'The window’s files are not in {folder}.',
    fix: 'Build them with “npm run build”, or install Daybook again.',
  },
  'api.port_taken': {
    message: 'Port {port} on this computer cannot be used: another program has it, or it is reserved.',
    fix: 'Give another one with --port, or 0 for any free one.',
  },
  'api.file_gone': {
    message: 'The file of this answer is no longer in the data folder.',
    fix: 'Check the disk, then restore the last backup into another folder and copy the file back.',
  },
  'tasks.unknown_task': {
    message: 'No task is called “{task}”.{near}',
    fix: 'daybook inspect registered lists every task.',
  },
  'tasks.unknown_queue': { message: 'No queue is called “{queue}”.{near}', fix: 'Use one of {queues}.' },
  'tasks.withheld': {
    message: 'This task is about mail to people, which the role {role} does not see.',
    fix: 'Ask somebody with the role clerk, manager or owner.',
  },
  'tasks.not_found': {
    message: 'There is no task {id}.',
    fix: 'Look in the list of tasks; by command line: daybook task list.',
  },
  'tasks.eta_in_past': {
    message: '“eta” is {eta}, which has passed: the office’s clock says {now}.',
    fix: 'Give an instant to come, or leave “eta” out to start at once.',
  },
  'tasks.until_or_seconds': {
    message: 'Until when it is put off is not said, or said twice.',
    fix: 'Give “until” (an instant) or “seconds”.',
  },
  'tasks.bulk_of_nothing': {
    message: 'It is not said which tasks are meant ({action}).',
    fix: 'Give “ids”, or a “filter”; an empty filter means all that fit the action.',
  },
  'tasks.eta_and_countdown': {
    message: 'Both “eta” and “countdown” are given; they say two different starts.',
    fix: 'Give one of them.',
  },
  'tasks.no_positional_args': {
    message: '“args” is a list, but {task} has no order of arguments to fill from it.',
    fix: 'Give “args” as an object with the fields by name.',
  },
  'tasks.too_many_args': {
    message: '“args” has {found} values; {task} takes at most {expected} in a list: {names}.',
    fix: 'Leave out the last ones, or give “args” as an object.',
  },
  'test.no_such_instant': { message: '“{found}” is no instant.', fix: 'Give it as 2026-11-25T02:00:00Z.' },
  'cli.no_command': { message: 'No command is given.', fix: '“daybook --help” lists them.' },
  'cli.unknown_command': { message: '“daybook {command}” is no command.{near}', fix: '“daybook --help” lists them.' },
  'cli.unknown_option': { message: '{option} is no option here.{near}', fix: 'Add --help to see the options.' },
  'cli.bad_option': { message: '{found}.', fix: 'Add --help to see the options.' },
  'cli.missing_argument': { message: '“daybook {command}” needs {argument}.', fix: 'Add --help to see what it takes.' },
  'cli.extra_argument': { message: '“daybook {command}” does not know what “{found}” is for.', fix: 'Leave it out.' },
  'cli.not_a_number': { message: '{option}: found “{found}”, expected {expected}.', fix: 'Change {option}.' },
  'cli.not_json': {
    message: '{option} is not the JSON that is expected: {found}.',
    fix: 'Write it as \'{"name": "value"}\'.',
  },
  'cli.not_one_of': { message: '{option}: found “{found}”, expected one of {expected}.', fix: 'Change {option}.' },
  'cli.timeout_without_wait': {
    message: '--timeout says how long to wait, but --wait is not given.',
    fix: 'Add --wait.',
  },
  'cli.no_file': { message: 'There is no file {file}.', fix: 'Check the path.' },
  'cli.no_table_format': {
    message: 'A table is written as {formats}; {file} ends otherwise.',
    fix: 'Give the file one of these endings.',
  },
  'cli.file_there': {
    message: '{file} is there already; nothing was written.',
    fix: 'Give another name, or move the file away.',
  },
  'cli.no_instant': {
    message: 'The instant is missing.',
    fix: 'Say which with --at, for example --at 2026-11-25T02:00:00Z.',
  },
  'cli.no_such_schedule': {
    message: '{matches} schedules are called “{found}”; one is expected.',
    fix: 'Give the number that “daybook schedule list” shows.',
  },
  'cli.already_served': {
    message: 'The office in {folder} runs already, at {address} (process {pid}).',
    fix: 'Use that one, stop it first, or give another folder with --data.',
  },
  'cli.office_runs': {
    message: 'The office in {folder} is running (process {pid}); its database cannot be replaced under it.',
    fix: 'Stop it, then restore.',
  },
  'cli.failed': { message: 'The command failed: {found}.', fix: '“daybook logs --level error” may say more.' },
}
