/** Letters that are not a base letter with a mark. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'TH',
  ı: 'i',
  ħ: 'h',
  Ħ: 'H',
  ŋ: 'n',
  Ŋ: 'N',
  ŧ: 't',
  Ŧ: 'T',
  ə: 'e',
  Ə: 'E',
  ĸ: 'k',
  '&': '+',
  _: '-',
  '–': '-',
  '—': '-',
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  ʼ: "'",
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  ';': ',',
  '@': '(at)',
  '€': 'EUR',
  ª: 'a',
  º: 'o',
}
const GREEK = 'αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo'
const CYRILLIC =
  'аa бb вv гg дd еe ёe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хh цts чch шsh щsht ъa ыy ьy эe юyu яya іi їi єe ґg ђdj ѓg јj љlj њnj ћc ќk џdz ўu'
for (const pair of `${GREEK} ${CYRILLIC}`.split(' ')) {
  const letter = pair.charAt(0)
  const latin = pair.slice(1)
  LETTERS[letter] = latin
  LETTERS[letter.toUpperCase()] ??= latin.charAt(0).toUpperCase() + latin.slice(1)
}

/** The second letter of the Greek ου. */
const OU = /(?<=[οό])[υύ]/gi

const ALLOWED = /^[A-Za-z0-9/\-?:().,'+ ]$/

/** A text in the banks' letters, and the characters for which there are none. */
export type BankText = { text: string; lost: string[] }

/**
 * A text in the characters every SEPA bank takes (EPC217-08: a-z A-Z 0-9 / - ? : ( ) . , ' + and blank), cut to its field.
 * Marks are dropped, Greek and Cyrillic are spelt in Latin letters as EPC217-08 does; what has no equivalent becomes a full
 * stop and is named in `lost`, so that whoever sends it can refuse. No text begins or ends with a slash or holds two.
 */
export function bankText(text: string, most: number): BankText {
  const lost: string[] = []
  let made = ''
  for (const character of text.normalize('NFC').replace(OU, 'u')) made += letterOf(character, lost)
  const tidy = made
    .replace(/\/{2,}/g, '/')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, most)
    .replace(/^[/ ]+|[/ ]+$/g, '')
  return { text: tidy, lost }
}

const BLANK = /[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]/u
const UNSEEN = /[\p{M}\p{Cf}]/u
const MARKS = /\p{M}/gu
const SIGN = /[\p{P}\p{S}]/u

function letterOf(character: string, lost: string[]): string {
  if (ALLOWED.test(character)) return character
  const known = LETTERS[character]
  if (known !== undefined) return known
  if (BLANK.test(character)) return ' '
  if (UNSEEN.test(character)) return ''
  const bare = [...character.normalize('NFKD').replace(MARKS, '')]
  const spelt = bare.map((one) => (ALLOWED.test(one) ? one : (LETTERS[one] ?? null)))
  if (bare.length > 0 && bare[0] !== character && spelt.every((one) => one !== null)) return spelt.join('')
  if (SIGN.test(character)) return '.'
  lost.push(character)
  return '.'
}
