import type { Params, Reason, Wording, Words } from '../values/problem'
import { emailWords } from './words-email'

const ANOTHER_FOLDER = 'Give another folder with --data or DAYBOOK_DATA, on a disk of this computer.'

/** What data folder, mail addresses, database, settings, parties and the audit chain say when they refuse. */
export const sharedWords: Words = {
  ...emailWords,
  'db.folder_in_use': {
    message: 'Another Daybook has the office in {folder} open. One office works in a data folder at a time.',
    fix: 'Go on in the Daybook that is open, or close it first.',
  },
  'db.folder_not_writable': {
    message: 'The data folder {wanted} cannot be used: {folder} cannot be written ({reason}).',
    fix: 'Allow this user to write there, or give another folder with --data or DAYBOOK_DATA.',
  },
  'db.not_a_folder': {
    message: 'The data folder {wanted} cannot be made: {folder} is a file, not a folder.',
    fix: 'Move that file away, or give another folder with --data or DAYBOOK_DATA.',
  },
  'db.damaged': {
    message: 'The database in {folder} is damaged: parts of it cannot be read. Nothing is written over it.',
    fix: 'Close Daybook, keep a copy of the folder, and go back to the newest backup: daybook restore {backup}.',
  },
  'db.damaged_without_backup': {
    message: 'The database in {folder} is damaged: parts of it cannot be read, and there is no backup beside it.',
    fix: 'Close Daybook, keep a copy of the folder, and restore a backup kept elsewhere: daybook restore <file>.',
  },
  'db.disk_full': {
    message: 'There is no room left on the disk of {folder}.',
    fix: 'Make room on that disk. Nothing that was accepted is lost; work goes on by itself.',
  },
  'db.network_folder': {
    message:
      '{folder} lies on a network ({service}). A database on a network folder is damaged when two computers write.',
    fix: ANOTHER_FOLDER,
  },
  'db.synchronised_folder': {
    message: '{folder} is kept in step by {service}, which copies files while they are being written and damages them.',
    fix: `${ANOTHER_FOLDER} Backups may well go to ${'{service}'}.`,
  },
  'db.newer_database': {
    message: '{file} was written by a newer Daybook: it has version {found}, this Daybook knows version {known}.',
    fix: 'Install the newer Daybook on this computer, or restore a backup of the older one.',
  },
  'db.migration_failed': {
    message: 'The database could not be brought to version {number} ({name}): {reason}. Nothing was changed.',
    fix: 'Go on with the Daybook you had before, and report this message.',
  },
  'db.backup_missing': { message: 'There is no backup {file}.', fix: 'Check the name and the path of the file.' },
  'db.backup_damaged': {
    message: 'The backup {file} is damaged: {reason}.',
    fix: 'Take another backup. Nothing was changed.',
  },
  'db.backup_files_missing': {
    message: '{count} files that belong to the backup {file} are missing or damaged, “{name}” among them.',
    fix: 'Put the folder {store} beside the backup, as it was when the backup was made.',
  },
  'files.too_large': {
    message: '“{name}” is larger than {limit_mb} MB.',
    fix: 'Split the file, or leave out what is not needed.',
  },
  'files.not_a_digest': { message: '“{found}” names no stored file.', fix: 'Open the file from its list again.' },
  'audit.head_not_written': {
    message: 'The end of the audit chain could not be noted in {file}: {reason}.',
    fix: 'Allow this user to write there, and make room on the disk.',
  },
  'secrets.sealed_elsewhere': {
    message: 'The secret “{name}” was sealed on another computer, whose key is not part of a backup.',
    fix: 'Type it again in the settings.',
  },
  'secrets.in_keyring': {
    message:
      'The secret “{name}” was sealed with this computer’s keyring, which only the Daybook app reaches, unlocked.',
    fix: 'Open Daybook’s own window with the keyring unlocked, or type the secret again in the settings.',
  },
  'secrets.damaged': {
    message: 'The secret “{name}” cannot be opened: what is stored is damaged.',
    fix: 'Type it again in the settings.',
  },
  'secrets.key_unreadable': {
    message: 'The key of the secrets, {file}, cannot be read: {reason}.',
    fix: 'Allow this user to read it, or remove it and type the passwords again in the settings.',
  },
  'party.not_found': { message: 'There is nobody with the id {id}.', fix: 'Reload the list.' },
  'party.name_missing': { message: 'The name is empty.', fix: 'Type the name of the person or the organisation.' },
  'party.reference_taken': {
    message: 'The number {reference} belongs to another {role}, {holder}.',
    fix: 'Give another number, or change that of {holder} first.',
  },
  'party.role_ends_before_it_begins': {
    message: 'The end {to} lies before the beginning {from}.',
    fix: 'Correct one of the two dates.',
  },
  'documents.number_taken': {
    message: 'The series {series} already has a document {number} of {year}.',
    fix: 'Leave the number out: the next free one is taken.',
  },
  'office.unknown_setting': {
    message: 'There is no setting “{found}”.',
    fix: 'The settings are: {known}.',
  },
  'office.unknown_currency': {
    message: 'The currency “{found}” is unknown; a three-letter code of ISO 4217 is expected.',
    fix: 'Give a code such as EUR, USD, INR or JPY, in capital letters.',
  },
  'office.not_days': {
    message: '“{found}” is not a whole number of days from 0 to 36,500 ({field}).',
    fix: 'Give the days since a task’s end, such as 30; 0 keeps for ever.',
  },
  'office.not_hours': {
    message: '“{found}” is not a whole number of hours from 0 to 8,760 ({field}).',
    fix: 'Give the hours since a task’s end, such as 1; 0 lets the days count.',
  },
  'office.unknown_zone': {
    message: 'The time zone “{found}” is unknown; a name of the IANA list is expected.',
    fix: 'Give a zone such as Europe/Lisbon, Asia/Kolkata or UTC.',
  },
  'office.unknown_language': {
    message: 'The language “{found}” is unknown; a language tag is expected.',
    fix: 'Give a tag such as en, pt-PT or de.',
  },
  'office.no_workdays': {
    message: 'No day of the week is a working day.',
    fix: 'Give at least one: 1 is Monday, 7 is Sunday.',
  },
  'office.not_an_address': {
    message: 'The notification address “{found}” is not one mail address.',
    fix: 'Give one address such as office@example.org, or none.',
  },
  'office.currency_in_use': {
    message: 'The office already counts in {before}: its amounts would not be worth the same in {after}.',
    fix: 'Keep {before}, or begin an office of its own in {after}.',
  },
  'office.module_not_built': {
    message: 'The module “{module}” is not part of this Daybook yet.',
    fix: 'Leave it off. It can be switched on once an update brings it.',
  },
  'mail.not_a_host': {
    message: 'The mail server “{found}” is not the name of a computer.',
    fix: 'Give a name such as smtp.example.org, without a user and without slashes.',
  },
  'mail.not_a_port': {
    message: 'The port “{found}” is not a whole number from 1 to 65535.',
    fix: 'Mail servers use 587 (STARTTLS), 465 (TLS) or 25.',
  },
  'mail.unknown_security': {
    message: 'The security “{found}” is unknown; none, starttls or tls is expected.',
    fix: 'Give starttls with port 587, or tls with port 465. With none, passwords and payslips travel readable.',
  },
  'mail.not_an_address': {
    message: 'The sender “{found}” is not one mail address.',
    fix: 'Give one such as office@example.org, or Office <office@example.org>.',
  },
  'mail.not_a_cap': {
    message: 'The daily cap “{found}” is not a whole number from 0 to 1,000,000.',
    fix: 'Give how many mails may leave in a day; 0 or null for no cap.',
  },
  'mail.not_minutes': {
    message: 'The holding time “{found}” is not a whole number of minutes from 0 to 1440.',
    fix: 'Give 10 for ten minutes, 0 to send at once.',
  },
  'office.not_lock_minutes': {
    message: 'The time until the window locks, “{found}”, is not a whole number of minutes from 0 to 1440.',
    fix: 'Give 15 for a quarter of an hour, 0 to never lock by itself.',
  },
  'payroll.not_a_day_of_year': {
    message: 'That is no day on which a tax year can begin.',
    fix: 'Give month and day, such as 01-01 or 04-06; the day is 28 at most.',
  },
  'payroll.not_yes_or_no': {
    message: '“{field}” is {found}; expected is true or false.',
    fix: 'Give true if approving a pay run takes two people, else false.',
  },
}

/**
 * The sentence of a reason and what to do about it, out of a table. A parameter that is missing or null leaves “–”; a
 * code that nobody worded (a row of a newer version) is shown as it is, with its parameters, never as nothing.
 */
export function word(reason: Reason | { code: string; params: Record<string, unknown> }, table: Words): Wording {
  const wording = Object.hasOwn(table, reason.code) ? table[reason.code] : undefined
  if (wording) return { message: fill(wording.message, reason.params), fix: fill(wording.fix, reason.params) }
  const params = JSON.stringify(reason.params)
  const detail = params === '{}' ? '' : ` ${params}`
  return { message: `${reason.code}${detail}`, fix: 'Look into the log of that time.' }
}

/** `{count}` is the parameter; `{count|row looks|rows look}` is the first where it is 1, else the second. */
const fill = (sentence: string, params: Params | Record<string, unknown>): string =>
  sentence.replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (_, name: string, one?: string, many?: string) => {
    if (one !== undefined && many !== undefined) return Number(params[name]) === 1 ? one : many
    const value = Object.hasOwn(params, name) ? params[name] : null
    if (value === null || value === undefined) return '–'
    return name === 'by' ? actorInWords(String(value)) : String(value)
  })

/** An actor as rows keep it (`user:1`, `task:7`, `system`) within a sentence; whatever else did it stays as it is. */
const actorInWords = (actor: string): string =>
  actor
    .replace(/^user:\d+$/, 'a person')
    .replace(/^task:(\d+)$/, 'task $1')
    .replace(/^system$/, 'Daybook itself')
