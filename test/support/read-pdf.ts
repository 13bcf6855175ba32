/** What stands in a PDF, read by its cross-reference table; throws where the file is not well formed. */
export function readPdf(bytes: Uint8Array): { pages: string[][]; title: string } {
  const file = Buffer.from(bytes).toString('latin1')
  if (!file.startsWith('%PDF-1.')) throw new Error('no PDF header')
  const startxref = /startxref\n(\d+)\n%%EOF\n$/.exec(file)
  if (!startxref) throw new Error('no startxref')
  const table = file.slice(Number(startxref[1]))
  const count = Number(/^xref\n0 (\d+)\n/.exec(table)?.[1])
  const entries = [...table.matchAll(/(\d{10}) (\d{5}) ([nf]) \n/g)]
  if (entries.length !== count) throw new Error('the cross-reference table has another length than it says')
  const objects = new Map<number, string>()
  for (const [number, entry] of entries.entries()) {
    if (entry[3] === 'f') continue
    const at = Number(entry[1])
    const head = `${number} 0 obj\n`
    if (!file.startsWith(head, at)) throw new Error(`object ${number} is not where the table says`)
    objects.set(number, objectBody(file, at + head.length))
  }
  const object = (reference: string | undefined) => objects.get(Number(reference)) ?? ''
  const trailer = table.slice(table.indexOf('trailer'))
  const catalog = object(/\/Root (\d+) 0 R/.exec(trailer)?.[1])
  const tree = object(/\/Pages (\d+) 0 R/.exec(catalog)?.[1])
  const kids = [...(/\/Kids \[([^\]]*)\]/.exec(tree)?.[1] ?? '').matchAll(/(\d+) 0 R/g)]
  const pages = kids.map(([, kid]) => textsOf(object(/\/Contents (\d+) 0 R/.exec(object(kid))?.[1])))
  return { pages, title: /\/Title \(([^)]*)\)/.exec(object(/\/Info (\d+) 0 R/.exec(trailer)?.[1]))?.[1] ?? '' }
}

/** An object's dictionary and, by its length, its stream. */
function objectBody(file: string, at: number): string {
  const stream = file.indexOf('stream\n', at)
  const end = file.indexOf('endobj\n', at)
  if (stream < 0 || stream > end) return file.slice(at, end)
  const length = Number(/\/Length (\d+)/.exec(file.slice(at, stream))?.[1])
  const from = stream + 'stream\n'.length
  if (!file.startsWith('\nendstream\nendobj\n', from + length))
    throw new Error('a stream has another length than it says')
  return file.slice(at, from + length)
}

const CP1252 = new TextDecoder('windows-1252')

/** The strings that a content stream shows, in their order. */
const textsOf = (content: string) =>
  [...content.matchAll(/\(((?:\\.|[^\\()])*)\) Tj/gs)].map(([, text = '']) =>
    CP1252.decode(Buffer.from(text.replace(/\\(.)/gs, '$1'), 'latin1')),
  )
