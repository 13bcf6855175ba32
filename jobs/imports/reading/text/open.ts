import type { Reason } from '../../../values/problem'
import type { RawRow } from '../cell'
import { readRecords } from '../records'
import type { Sheet, SheetChoices } from '../sheet'
import { findTable, sampleRows } from '../table'
import { type CsvFormat, newlineOf, readCsv, sampleReader } from './csv-rows'
import { findDelimiter } from './delimiter'
import { chosenEncoding, decodeFile, type Encoding, findEncoding } from './encoding'

const SAMPLE_CHARS = 256 * 1024
const DELIMITER_CHARS = 64 * 1024

/** Opens delimited text. Encoding, delimiter and header row are found where `choices` does not name them. */
export async function openText(
  file: string,
  originalName: string,
  extension: string,
  choices: SheetChoices,
): Promise<Sheet> {
  const encoding = choices.encoding
    ? await chosenEncoding(file, choices.encoding)
    : await findEncoding(file, originalName)
  const start = await firstOf(decodeFile(file, encoding))
  const hint = /^sep=(.)(?:\r\n|\n|\r)/.exec(start)
  const skip = hint?.[0].length ?? 0
  const sample = start.slice(skip)
  const newline = newlineOf(sample)
  const delimiter = choices.delimiter ?? hint?.[1] ?? (await sniffDelimiter(sample, newline, extension))
  const format: CsvFormat = { delimiter: delimiter ?? ',', newline }
  const pages = (): AsyncGenerator<RawRow[]> => readCsv(withoutStart(decodeFile(file, encoding), skip), format)
  const table = findTable(await sampleRows(pages(), choices.headerRow), choices.headerRow)
  const before = [...oddOpening(encoding, sample, hint !== null, extension), ...table.findings]
  let findings = before
  return {
    format: delimiter === '\t' ? 'tsv' : 'csv',
    encoding: encoding.name,
    encodingSure: encoding.sure,
    delimiter,
    sheets: [],
    sheet: null,
    headerRow: table.headerRow,
    epoch1904: false,
    columns: table.columns,
    rows: () =>
      readRecords(table, pages(), (found) => {
        findings = [...before, ...found]
      }),
    get findings() {
      return findings
    },
  }
}

async function firstOf(pieces: AsyncGenerator<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) {
    text += piece
    if (text.length >= SAMPLE_CHARS) break
  }
  return text
}

/** Excel reads a first line `sep=;` as an instruction and does not count it as a row. */
async function* withoutStart(pieces: AsyncGenerator<string>, skip: number): AsyncGenerator<string> {
  let left = skip
  for await (const piece of pieces) {
    yield piece.slice(left)
    left = Math.max(0, left - piece.length)
  }
}

async function sniffDelimiter(start: string, newline: CsvFormat['newline'], extension: string): Promise<string | null> {
  const sample = start.slice(0, DELIMITER_CHARS)
  const read = await sampleReader(sample, newline, sample.length === start.length && start.length < SAMPLE_CHARS)
  return findDelimiter(read, extension === 'tsv' || extension === 'tab' ? '\t' : null)
}

function oddOpening(encoding: Encoding, sample: string, hasHint: boolean, extension: string): Reason[] {
  const reasons: Reason[] = []
  if (encoding.bomBytes) reasons.push({ code: 'import.byte_order_mark', params: { encoding: encoding.name } })
  if (!encoding.sure) {
    const example = /[^\s;,|"]{0,20}[^\p{ASCII}][^\s;,|"]{0,20}/u.exec(sample)?.[0] ?? ''
    const guessed = example === '' ? 'import.encoding_plain' : 'import.encoding_guessed'
    const code = encoding.hint && example !== '' ? 'import.encoding_guessed_hint' : guessed
    reasons.push({ code, params: { encoding: encoding.name, example, hint: encoding.hint } })
  }
  if (hasHint) reasons.push({ code: 'import.separator_line', params: {} })
  if (/^xls[xmb]?$|^ods$/.test(extension)) {
    reasons.push({ code: 'import.extension_differs', params: { extension, seems: 'text' } })
  }
  return reasons
}
