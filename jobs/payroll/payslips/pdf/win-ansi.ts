/** Characters of WinAnsiEncoding beyond Latin-1, by their byte (PDF 32000-1, annex D.2). */
const BEYOND: Record<string, number> = {
  '€': 0x80,
  '‚': 0x82,
  ƒ: 0x83,
  '„': 0x84,
  '…': 0x85,
  '†': 0x86,
  '‡': 0x87,
  ˆ: 0x88,
  '‰': 0x89,
  Š: 0x8a,
  '‹': 0x8b,
  Œ: 0x8c,
  Ž: 0x8e,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  '˜': 0x98,
  '™': 0x99,
  š: 0x9a,
  '›': 0x9b,
  œ: 0x9c,
  ž: 0x9e,
  Ÿ: 0x9f,
  '\u202f': 0xa0,
  '\u2009': 0xa0,
  '\u2011': 0x2d,
  '\u2212': 0x96,
}
/** Latin letters that are not a letter and a mark. */
const PLAIN: Record<string, string> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ħ: 'h',
  Ħ: 'H',
  ŧ: 't',
  Ŧ: 'T',
  ĸ: 'k',
  ŋ: 'ng',
  Ŋ: 'NG',
  ſ: 's',
  ə: 'e',
  Ə: 'E',
}

/** A text as bytes of the standard fonts, one character a byte, and the characters that have none. */
export type Encoded = { bytes: string; lost: string[] }

const known = (character: string): number | null => {
  const code = character.codePointAt(0) ?? 0
  if ((code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff)) return code
  return BEYOND[character] ?? null
}

/**
 * Encodes a text for Helvetica without embedding a font. Western European text stays as it is; of other Latin letters the
 * mark is dropped (Łukasz → Lukasz, Çağla keeps its Ç), as machine-readable documents do; of any other script there is no
 * glyph: each character becomes `?` and is named in `lost`, so that whoever prints it can say so.
 */
export function encodeWinAnsi(text: string): Encoded {
  if (/^[\x20-\x7e]*$/.test(text)) return { bytes: text, lost: [] }
  const lost: string[] = []
  let bytes = ''
  for (const character of text.normalize('NFC')) {
    const code = known(character)
    if (code !== null) bytes += String.fromCharCode(code)
    else bytes += approximate(character, lost)
  }
  return { bytes, lost }
}

function approximate(character: string, lost: string[]): string {
  const plain = PLAIN[character] ?? character.normalize('NFKD').replace(/\p{M}/gu, '')
  const codes = [...plain].map(known)
  if (plain !== character && plain !== '' && codes.every((code) => code !== null)) return String.fromCharCode(...codes)
  if (/[\p{Cc}\p{Zs}]/u.test(character)) return ' '
  if (/[\p{M}\p{Cf}]/u.test(character)) return ''
  lost.push(character)
  return '?'
}
