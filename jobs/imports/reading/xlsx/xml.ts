import { Problem } from '../../../values/problem'
import { MAX_TOKEN_CHARS } from '../limits'

/** Called for what is found; names come without their namespace prefix, attributes as they stand between the names. */
export type XmlHandler = {
  open(name: string, attributes: string, isEmpty: boolean): void
  close(name: string): void
  /** Only called while `wantsText` is true; entities are resolved. */
  text(text: string): void
  wantsText: boolean
}

/**
 * Reads XML as spreadsheets write it, in pieces of any size: elements, attributes, text, CDATA. A document type
 * definition is refused at its first character, so there are no entities but the five of XML and numbers.
 */
export function createXmlScanner(part: string, handler: XmlHandler): { write(piece: string): void; end(): void } {
  let rest = ''
  const damaged = (detail: string): Problem => new Problem('import.xlsx_damaged', { detail: `${part}: ${detail}` })

  const scan = (text: string, from: number): number => {
    const endOfTag = tagEnds(text)
    let at = from
    for (;;) {
      const start = text.indexOf('<', at)
      if (start < 0) return at
      const next = text.charCodeAt(start + 1)
      if (Number.isNaN(next)) return at // the piece ends with <
      if (next === 33 || next === 63) {
        const after = skipDeclaration(text, start, at)
        if (after < 0) return at
        at = after
        continue
      }
      const end = endOfTag(start)
      if (end < 0) return at
      if (start > at && handler.wantsText) handler.text(resolveEntities(text.slice(at, start)))
      readTag(text, start, end)
      at = end + 1
    }
  }

  /** Comments and processing instructions are passed over, CDATA is text, a DTD is refused. -1: not complete yet. */
  const skipDeclaration = (text: string, start: number, at: number): number => {
    const isComment = text.startsWith('<!--', start)
    const isCdata = text.startsWith('<![CDATA[', start)
    if (text[start + 1] === '!' && !isComment && !isCdata) {
      if (text.length - start < 9) return -1
      throw new Problem('import.xlsx_dtd', { part })
    }
    const closing = isComment ? '-->' : isCdata ? ']]>' : '?>'
    const end = text.indexOf(closing, start + 2)
    if (end < 0) return -1
    if (handler.wantsText && start > at) handler.text(resolveEntities(text.slice(at, start)))
    if (handler.wantsText && isCdata) handler.text(text.slice(start + 9, end))
    if (text.startsWith('<?xml ', start)) refuseEncoding(text.slice(start, end))
    return end + closing.length
  }

  const refuseEncoding = (declaration: string): void => {
    const encoding = attribute(declaration, 'encoding')
    if (encoding && !/^(utf-8|us-ascii)$/i.test(encoding)) throw damaged(`the encoding ${encoding}`)
  }

  const readTag = (text: string, start: number, end: number): void => {
    const isClosing = text.charCodeAt(start + 1) === 47
    const isEmpty = text.charCodeAt(end - 1) === 47
    let nameStart = isClosing ? start + 2 : start + 1
    let nameEnd = nameStart
    for (; nameEnd < end; nameEnd++) {
      const code = text.charCodeAt(nameEnd)
      if (code === 58) nameStart = nameEnd + 1
      else if (code <= 32 || code === 47) break
    }
    const name = text.slice(nameStart, nameEnd)
    if (isClosing) handler.close(name)
    else {
      handler.open(name, nameEnd < end ? text.slice(nameEnd, end) : '', isEmpty)
      if (isEmpty) handler.close(name)
    }
  }

  /**
   * Joins what was left of the last piece to the next, up to the end of its tag: joining the whole piece would give a
   * string in two parts, which is read at half the speed. Answers with the place to read on from; -1: all is joined.
   */
  const finishRest = (piece: string): number => {
    let at = 0
    for (let tries = 0; rest !== '' && tries < 8; tries++) {
      const end = piece.indexOf('>', at)
      if (end < 0) break
      const joined = rest + piece.slice(at, end + 1)
      rest = joined.slice(scan(joined, 0))
      at = end + 1
    }
    if (rest === '') return at
    const joined = rest + piece.slice(at)
    rest = joined.slice(scan(joined, 0))
    return -1
  }

  return {
    write(piece) {
      const from = rest === '' ? 0 : finishRest(piece)
      if (from >= 0) rest = piece.slice(scan(piece, from))
      if (rest.length > MAX_TOKEN_CHARS) {
        throw new Problem('import.token_too_long', { part, limit: MAX_TOKEN_CHARS }, { kind: 'too_large' })
      }
    },
    end() {
      if (rest.includes('<')) throw damaged('it is cut off')
    },
  }
}

/**
 * Finds the ends of the tags of a text, asked for from left to right. A `>` may stand in an attribute's value, so the
 * first one is taken only where it plainly ends the tag: nothing is quoted, or it follows a closing quote; else the
 * quotes are followed one by one. -1: the text ends before.
 */
function tagEnds(text: string): (start: number) => number {
  let double = -2
  let single = -2
  return (start) => {
    const end = text.indexOf('>', start)
    if (end < 0) return -1
    if (double < start && double !== -1) double = text.indexOf('"', start)
    if (single < start && single !== -1) single = text.indexOf("'", start)
    if (single === -1 || single > end) {
      if (double === -1 || double > end) return end
      const last = text.charCodeAt(end - 1) === 47 ? end - 2 : end - 1
      const before = text.charCodeAt(last - 1)
      if (text.charCodeAt(last) === 34 && before > 32 && before !== 61) return end
    }
    return endByQuotes(text, start)
  }
}

function endByQuotes(text: string, start: number): number {
  let quote = 0
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quote) {
      if (code === quote) quote = 0
    } else if (code === 62) return at
    else if (code === 34 || code === 39) quote = code
  }
  return -1
}

/** The value of an attribute by its full or local name; null where there is none. */
export function attribute(attributes: string, name: string): string | null {
  for (let from = 0; ; ) {
    const at = attributes.indexOf(name, from)
    if (at < 0) return null
    from = at + name.length
    const before = attributes.charCodeAt(at - 1)
    if (before !== 58 && !(before <= 32)) continue // a longer name, or a value
    const quoted = /^\s*=\s*(["'])/.exec(attributes.slice(from, from + 12))
    if (!quoted) continue
    const start = from + quoted[0].length
    const end = attributes.indexOf(quoted[1] ?? '"', start)
    return end < 0 ? null : resolveEntities(attributes.slice(start, end))
  }
}

export const isTrue = (value: string | null): boolean => value === '1' || value === 'true'

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function resolveEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    if (code === 0) return '' // no letter of XML, and none that anybody sees
    return code > 0x10ffff ? whole : (code & 0x1ff800) === 0xd800 ? '\ufffd' : String.fromCodePoint(code)
  })
}

/** Office writes characters that XML cannot hold as `_x000D_`, and `_x005F_` for an underscore that would look like one. */
export const resolveOfficeEscapes = (text: string): string =>
  text.includes('_x')
    ? text
        .replace(/_x([\dA-F]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
        .replace(/\0/g, '')
        .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    : text
