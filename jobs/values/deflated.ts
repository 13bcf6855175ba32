import { deflateRawSync, inflateRawSync } from 'node:zlib'

/**
 * Arguments and results of a row above this length are deflated. Measured on JSON of rows (names, amounts, dates): a call
 * costs a tenth of a millisecond however short the text is, and below 4 KB it saves less than a page of the database;
 * from there on three quarters go.
 */
export const PACKED_FROM = 4096
/** Fastest: on long texts level 6 took nearly twice as long to save a tenth more. */
const LEVEL = 1
/** No JSON begins with it. */
const MARK = 'z:'

/** JSON text as its row holds it. */
export function pack(text: string): string {
  if (text.length <= PACKED_FROM) return text
  const packed = MARK + deflateRawSync(Buffer.from(text), { level: LEVEL }).toString('base64')
  return packed.length < text.length ? packed : text
}

/** JSON text of what a row holds. */
export const unpack = (held: string): string =>
  held.startsWith(MARK) ? inflateRawSync(Buffer.from(held.slice(MARK.length), 'base64')).toString() : held
