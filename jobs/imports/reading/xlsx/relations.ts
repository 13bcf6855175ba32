import { readPart } from './part'
import { attribute } from './xml'
import type { ZipDirectory } from './zip-directory'

type Relation = { type: string; target: string }

/** The relations of a part, by id. External ones are left out: nothing outside the file is ever followed. */
export async function readRelations(
  file: string,
  directory: ZipDirectory,
  part: string,
): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const relations = new Map<string, Relation>()
  const entry = directory.get(`${folder}_rels/${part.slice(folder.length)}.rels`)
  if (!entry) return relations
  await readPart(file, entry, {
    wantsText: false,
    text: () => undefined,
    close: () => undefined,
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return
      const type = attribute(attributes, 'Type') ?? ''
      const target = resolveTarget(folder, attribute(attributes, 'Target') ?? '')
      relations.set(attribute(attributes, 'Id') ?? '', { type: type.slice(type.lastIndexOf('/') + 1), target })
    },
  })
  return relations
}

/** A name within the package; `..` cannot leave it, since it only ever looks up the directory. */
function resolveTarget(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '')
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
