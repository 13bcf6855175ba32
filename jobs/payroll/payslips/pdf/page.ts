import { HELVETICA, HELVETICA_BOLD } from './glyph-widths'
import { encodeWinAnsi } from './win-ansi'

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89 }

export type TextStyle = { size: number; bold?: boolean; gray?: number; align?: 'left' | 'right'; maxWidth?: number }

const number = (value: number) => String(Math.round(value * 100) / 100)
const escaped = (bytes: string) => bytes.replace(/[\\()]/g, '\\$&')

/** The width of encoded bytes in points. */
export function widthOf(bytes: string, size: number, bold = false): number {
  const widths = bold ? HELVETICA_BOLD : HELVETICA
  let sum = 0
  for (let at = 0; at < bytes.length; at++) sum += widths[bytes.charCodeAt(at) - 32] ?? 0
  return (sum * size) / 1000
}

/** One page being drawn: y counts from the top, in points. */
export class Page {
  #content = ''

  /** Writes one line of text; what is wider than `maxWidth` is cut with an ellipsis. */
  text(x: number, y: number, text: string, style: TextStyle): void {
    const { size, bold = false, gray = 0, align = 'left', maxWidth } = style
    let { bytes } = encodeWinAnsi(text)
    if (maxWidth !== undefined) bytes = fitted(bytes, size, bold, maxWidth)
    const left = align === 'right' ? x - widthOf(bytes, size, bold) : x
    const font = bold ? 'F2' : 'F1'
    this.#content += `${number(gray)} g BT /${font} ${number(size)} Tf ${number(left)} ${number(PAGE.height - y)} Td (${escaped(bytes)}) Tj ET\n`
  }

  line(x1: number, y: number, x2: number, width = 0.5, gray = 0.6): void {
    const at = number(PAGE.height - y)
    this.#content += `${number(gray)} G ${number(width)} w ${number(x1)} ${at} m ${number(x2)} ${at} l S\n`
  }

  box(x: number, y: number, width: number, height: number, gray: number): void {
    this.#content += `${number(gray)} g ${number(x)} ${number(PAGE.height - y - height)} ${number(width)} ${number(height)} re f\n`
  }

  /** The file's one picture, with its upper left corner at (x, y). */
  picture(x: number, y: number, { width, height }: { width: number; height: number }): void {
    this.#content += `q ${number(width)} 0 0 ${number(height)} ${number(x)} ${number(PAGE.height - y - height)} cm /L Do Q\n`
  }

  /** The page's content stream, one character a byte. */
  get content(): string {
    return this.#content
  }
}

const ELLIPSIS = '\x85'

function fitted(bytes: string, size: number, bold: boolean, maxWidth: number): string {
  if (widthOf(bytes, size, bold) <= maxWidth) return bytes
  let end = bytes.length
  while (end > 0 && widthOf(bytes.slice(0, end) + ELLIPSIS, size, bold) > maxWidth) end--
  return bytes.slice(0, end).trimEnd() + ELLIPSIS
}
