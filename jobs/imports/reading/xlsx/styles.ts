import { builtInFormat, GENERAL, type NumberFormat, readFormat } from './number-format'
import { readPart } from './part'
import { attribute } from './xml'
import type { ZipEntry } from './zip-directory'

/** The number format of every cell style, by the number that cells name it with. */
export async function readStyles(file: string, entry: ZipEntry | undefined): Promise<NumberFormat[]> {
  const formats = new Map<number, NumberFormat>()
  const styles: NumberFormat[] = []
  let inCellStyles = false
  if (!entry) return styles
  await readPart(file, entry, {
    wantsText: false,
    text: () => undefined,
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
    open(name, attributes) {
      if (name === 'cellXfs') inCellStyles = true
      else if (name === 'numFmt') {
        const id = Number(attribute(attributes, 'numFmtId'))
        if (!formats.has(id)) formats.set(id, readFormat(attribute(attributes, 'formatCode') ?? ''))
      } else if (name === 'xf' && inCellStyles) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0)
        styles.push(formats.get(id) ?? (id === 0 ? GENERAL : builtInFormat(id)))
      }
    },
  })
  return styles
}
