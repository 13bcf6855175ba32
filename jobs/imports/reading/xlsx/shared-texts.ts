import { Problem } from '../../../values/problem'
import { MAX_TEXT_BYTES, megabytes } from '../limits'
import { readPart } from './part'
import { resolveOfficeEscapes, type XmlHandler } from './xml'
import type { ZipEntry } from './zip-directory'

const STRING_OVERHEAD = 32

/** The texts that cells refer to by number; runs of rich text are joined, phonetic hints left out. */
export async function readSharedTexts(
  file: string,
  entry: ZipEntry | undefined,
  mostBytes: number = MAX_TEXT_BYTES,
): Promise<string[]> {
  const texts: string[] = []
  let text = ''
  let bytes = 0
  let inHint = false
  if (!entry) return texts
  const handler: XmlHandler = {
    wantsText: false,
    text(piece) {
      text += piece
    },
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') inHint = true
      else if (name === 't') handler.wantsText = !inHint
    },
    close(name) {
      if (name === 't') handler.wantsText = false
      else if (name === 'rPh') inHint = false
      else if (name === 'si') {
        bytes += text.length * 2 + STRING_OVERHEAD
        if (bytes > mostBytes) {
          const params = { limit: megabytes(mostBytes) }
          throw new Problem('import.too_much_text', params, { kind: 'too_large' })
        }
        texts.push(detached(resolveOfficeEscapes(text)))
      }
    },
  }
  await readPart(file, entry, handler)
  return texts
}

/** A slice of a long string keeps all of it in memory; joined to another and cut again it stands alone. */
const detached = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1))
