/** Encodings of a byte a letter: only of these it is known which bytes a text was read from. */
const SINGLE_BYTE = new Set(['windows-1252', 'windows-1250', 'windows-1251', 'iso-8859-2', 'macintosh'])

/** A text that was read in one encoding, as it reads in each of others; nothing where its bytes are not known. */
export function readOtherwise(text: string, as: string, encodings: readonly string[]): string[] {
  if (!SINGLE_BYTE.has(as)) return []
  const letters = [...new TextDecoder(as).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))]
  const bytes = Uint8Array.from([...text], (letter) => letters.indexOf(letter))
  return encodings.map((encoding) => new TextDecoder(encoding).decode(bytes))
}
