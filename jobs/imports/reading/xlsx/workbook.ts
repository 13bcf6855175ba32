import { readPart } from './part'
import { attribute, isTrue } from './xml'
import type { ZipEntry } from './zip-directory'

export type WorkbookSheet = { name: string; relation: string; hidden: boolean }

export async function readWorkbook(
  file: string,
  entry: ZipEntry,
): Promise<{ sheets: WorkbookSheet[]; epoch1904: boolean }> {
  const sheets: WorkbookSheet[] = []
  let epoch1904 = false
  await readPart(file, entry, {
    wantsText: false,
    text: () => undefined,
    close: () => undefined,
    open(name, attributes) {
      if (name === 'workbookPr') epoch1904 = isTrue(attribute(attributes, 'date1904'))
      if (name !== 'sheet') return
      sheets.push({
        name: attribute(attributes, 'name') ?? '',
        relation: attribute(attributes, 'id') ?? '',
        hidden: /hidden/i.test(attribute(attributes, 'state') ?? ''),
      })
    },
  })
  return { sheets, epoch1904 }
}
