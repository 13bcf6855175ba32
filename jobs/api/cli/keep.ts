import path from 'node:path'
import type { RestoreDone } from '../../maintenance'
import { instant } from '../../values/time'
import type { Output } from '../contract'
import type { Command } from './command'
import { facts, table } from './output'

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

const backup: Command = {
  words: ['backup'],
  args: ['[FILE]'],
  does: 'a verified backup now; into the data folder unless FILE is given',
  async run(context) {
    const [file] = context.args
    const made = await (await context.office()).call('office.backup', file ? { file: path.resolve(file) } : {})
    context.out.answer(made, (one) =>
      facts([
        ['backup', one.file],
        ['size', megabytes(one.bytes)],
        ['files', `${one.files} in ${one.files_folder}`],
        ['checked', 'read back, every table counted'],
      ]),
    )
    if (made.missing_files > 0)
      context.out.aside(`${made.missing_files} linked files are missing; “daybook verify” names them.`)
    return 0
  },
}

const restore: Command = {
  words: ['restore'],
  args: ['FILE'],
  options: { 'accept-missing-files': { does: 'also where files that the backup links are gone' } },
  does: 'puts a backup in the place of the office; what was there is kept aside',
  async run(context) {
    // No client: the office must not run while its database is replaced. The folder's lock sees to it.
    const { restoreBackup } = await import('../../maintenance')
    const restored = await restoreBackup(context.folder, path.resolve(context.args[0] ?? ''), {
      now: instant(Date.now()),
      acceptMissingFiles: context.options['accept-missing-files'] === true,
    })
    context.out.answer(restored, restoredInWords)
    return 0
  },
}

const restoredInWords = (done: RestoreDone): string =>
  facts(Object.entries(done).map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : value]))

const verify: Command = {
  words: ['verify'],
  does: 'reads everything the office holds and says what is wrong with it',
  async run(context) {
    const found = await (await context.office()).call('office.verify', {})
    context.out.answer(found, verdictInWords)
    return found.ok ? 0 : 1
  },
}

function verdictInWords({ ok, database, audit, files }: Output<'office.verify'>): string {
  const chain = audit.ok ? `whole, ${audit.entries} entries` : `${audit.kind} at entry ${audit.first_bad}`
  const parts = [
    facts([
      ['office', ok ? 'whole' : 'NOT WHOLE'],
      ['database', database.length === 0 ? 'whole' : `${database.length} faults`],
      ['audit chain', audit.head_noted ? chain : `${chain}; no head was noted outside the database`],
      ['files', `${files.linked} linked, ${files.faults.length} missing or damaged`],
    ]),
    ...database,
  ]
  if (files.faults.length > 0)
    parts.push(
      table(
        ['file', 'fault', 'sha256'],
        files.faults.map((one) => [one.name, one.fault, one.sha256]),
      ),
    )
  return parts.join('\n')
}

export const keepCommands: Command[] = [backup, restore, verify]
