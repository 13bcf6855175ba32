import fs from 'node:fs'
import path from 'node:path'
import type { FileAnswer } from '../method'
import { type Command, type Context, textOf } from './command'
import { jsonOf, usage } from './usage'

const FORMATS = ['csv', 'xlsx'] as const

/** By the file's ending; csv where none says otherwise. */
function formatOf(file: string | undefined): 'csv' | 'xlsx' {
  const ending = path
    .extname(file ?? '.csv')
    .slice(1)
    .toLowerCase()
  const format = FORMATS.find((one) => one === ending)
  if (!format) throw usage('cli.no_table_format', { file: file ?? '', formats: FORMATS.join(' or ') })
  return format
}

/** Writes the file; one that is there already is never written over. */
function save(context: Context, answer: FileAnswer, asked: string | undefined): number {
  const file = path.resolve(asked ?? answer.fileName)
  const bytes = answer.bytes ?? new Uint8Array()
  try {
    fs.writeFileSync(file, bytes, { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw usage('cli.file_there', { file })
  }
  context.out.answer({ file, bytes: bytes.length }, (saved) => saved.file)
  return 0
}

const template: Command = {
  words: ['template'],
  args: ['KIND', '[FILE]'],
  does: 'an empty table of an import kind with notes on its columns (FILE ends with .csv or .xlsx)',
  async run(context) {
    const [kind = '', file] = context.args
    const format = formatOf(file)
    return save(context, await (await context.office()).file('imports.template', { kind, format }), file)
  },
}

const exportCommand: Command = {
  words: ['export'],
  args: ['KIND', '[FILE]'],
  options: { options: { value: 'JSON', does: 'of the kind, such as {"year": 2026, "month": "JAN"}' } },
  does: 'what the office holds of a kind, as a table that can be imported again',
  async run(context) {
    const [kind = '', file] = context.args
    const format = formatOf(file)
    const options = jsonOf('--options', textOf(context, 'options')) ?? {}
    if (typeof options !== 'object' || Array.isArray(options))
      throw usage('cli.not_json', { option: '--options', found: 'not an object' })
    const input = { kind, format, options: options as Record<string, unknown> }
    return save(context, await (await context.office()).file('imports.export', input), file)
  },
}

export const tableFileCommands: Command[] = [template, exportCommand]
