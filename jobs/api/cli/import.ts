import fs from 'node:fs'
import type { Output } from '../contract'
import { type Command, type Context, textOf } from './command'
import { facts, table } from './output'
import { jsonOf, usage } from './usage'
import { waitUntil } from './wait'

type Import = Output<'imports.get'>

/** Takes a file in, checks it and applies it; what is wrong with it is printed cell by cell. */
export const importCommand: Command = {
  words: ['import'],
  args: ['KIND', 'FILE'],
  options: {
    options: { value: 'JSON', does: 'of the kind, such as {"year": 2026, "month": "JAN"}' },
    'good-rows': { does: 'applies the good rows and leaves those with errors out' },
  },
  does: 'imports a csv or xlsx file',
  async run(context) {
    const [kind = '', file = ''] = context.args
    const options = jsonOf('--options', textOf(context, 'options')) ?? {}
    if (typeof options !== 'object' || options === null || Array.isArray(options))
      throw usage('cli.not_json', { option: '--options', found: 'not an object' })
    if (!fs.existsSync(file) || !fs.statSync(file).isFile()) throw usage('cli.no_file', { file })

    const office = await context.office()
    const { import_id: id } = await office.importFile(file, kind, options)
    const settled = (during: Import['state'][]) =>
      waitUntil<Import>(
        () => office.call('imports.get', { id }),
        ({ state }) => !during.includes(state),
        { signal: context.signal },
      )
    const checked = await settled(['reading', 'checking'])
    if (checked.state !== 'checked') return finish(context, checked)
    const isGoodEnough = checked.counts.error === 0 || context.options['good-rows'] === true
    if (!isGoodEnough) return finish(context, checked)
    await office.call('imports.apply', { id, rows: context.options['good-rows'] ? 'good' : 'all' })
    return finish(context, await settled(['checked', 'applying']))
  },
}

function finish(context: Context, view: Import): number {
  context.out.answer(view, importInWords)
  return view.state === 'applied' ? 0 : 1
}

/** What became of a file: the receipt, or what has to be mended before it can be imported. */
export function importInWords(view: Import): string {
  const parts = [`import ${view.import_id}: ${view.file_name} as ${view.kind} is ${view.state}`]
  const said = Object.entries(view.options).map(([name, value]) => `${name} ${value}`)
  if (said.length > 0) parts.push(`read with ${said.join(', ')}`)
  if (view.reason) parts.push(`${view.reason.message}\n${view.reason.fix}`)
  for (const finding of view.findings) parts.push(`${finding.message} ${finding.fix}`.trim())
  if (view.questions.length > 0)
    parts.push(
      table(
        ['column', 'question', 'answers'],
        view.questions.map((one) => [one.column, one.ask, one.choices.join(' · ')]),
      ),
      `Answer in the window under Imports, or by POST /api/imports/${view.import_id}/mapping.`,
    )
  parts.push(facts(Object.entries(view.counts)))
  for (const [title, complaints, more] of [
    ['errors', view.errors, view.more.errors],
    ['warnings', view.warnings, view.more.warnings],
  ] as const) {
    if (complaints.length === 0) continue
    const rows = complaints.map((one) => [one.row, one.column, one.found, one.expected, one.fix])
    parts.push(`${title}\n${table(['row', 'column', 'found', 'expected', 'fix'], rows)}`)
    if (more !== null) parts.push(`and more after row ${more}`)
  }
  if (view.state === 'checked')
    parts.push(`Nothing was imported. Mend the rows in the file, or import the good ones with --good-rows.`)
  return parts.join('\n\n')
}
