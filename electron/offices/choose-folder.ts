import fs from 'node:fs'
import path from 'node:path'
import { addingWords } from '../words-offices'
import { type Entry, holdsOffice, nameOf } from './entries'

export type Said = { message: string; fix: string }

/** What a file manager leaves in a folder that its user calls empty. */
const LEFT_BY_SYSTEMS = new Set(['.DS_Store', 'desktop.ini', 'Thumbs.db', '.directory'])

/**
 * Why a folder is no place for a further office; null where it is one. Whether its disk is (network, synchronised, not
 * writable) the office process itself says when it opens there.
 */
export function folderRefusal(folder: string, kind: 'new' | 'existing', listed: Entry[]): Said | null {
  const real = realPath(folder)
  const files = real === null ? null : filesIn(real)
  if (real === null || files === null) return addingWords.notReadable(folder)
  for (const entry of listed) {
    const theirs = realPath(entry.folder) ?? entry.folder
    if (theirs === real) return addingWords.alreadyListed(folder, nameOf(entry))
    if (isInside(real, theirs)) return addingWords.inside(folder, nameOf(entry))
  }
  if (kind === 'existing') return holdsOffice(real) ? null : addingWords.noOffice(folder)
  if (holdsOffice(real)) return addingWords.holdsOffice(folder)
  return files.length > 0 ? addingWords.notEmpty(folder, files.length) : null
}

const isInside = (folder: string, outer: string): boolean => {
  const way = path.relative(outer, folder)
  return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way)
}

function realPath(folder: string): string | null {
  try {
    return fs.realpathSync(folder)
  } catch {
    return null
  }
}

function filesIn(folder: string): string[] | null {
  try {
    return fs.readdirSync(folder).filter((name) => !LEFT_BY_SYSTEMS.has(name))
  } catch {
    return null
  }
}
