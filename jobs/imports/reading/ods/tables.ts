import type { Worksheet } from '../choose-sheet'
import type { Merge } from '../header'
import { readPart } from '../xlsx/part'
import { attribute } from '../xlsx/xml'
import type { ZipEntry } from '../xlsx/zip-directory'

/** A sheet of the document; `index` counts those of the file. What its first rows merge is known once they were read. */
export type OdsTable = Worksheet & { index: number; facts: Worksheet['facts'] & { merges: Merge[] } }

/** The sheets of a document in their order; which of them are hidden is said by their styles. */
export async function readTables(file: string, content: ZipEntry): Promise<OdsTable[]> {
  const tables: OdsTable[] = []
  const hiddenStyles = new Set<string>()
  let style = ''
  let depth = 0
  await readPart(file, content, {
    wantsText: false,
    text: () => undefined,
    close(name) {
      if (name === 'table') depth--
    },
    open(name, attributes) {
      if (name === 'style') style = attribute(attributes, 'name') ?? ''
      else if (name === 'table-properties' && attribute(attributes, 'display') === 'false') hiddenStyles.add(style)
      if (name !== 'table') return
      depth++
      if (depth > 1) return // a table within a cell
      const hidden = hiddenStyles.has(attribute(attributes, 'style-name') ?? '')
      const facts = { hiddenColumns: [], merges: [] }
      tables.push({ name: attribute(attributes, 'name') ?? '', hidden, index: tables.length, facts })
    },
  })
  return tables
}
