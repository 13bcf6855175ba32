/**
 * Format characters that nobody sees and that make a text read or compare otherwise: what turns the direction of writing
 * (U+202A–202E, U+2066–2069 and their kin: “Ana\u202Etxt.exe”), blanks and joins without width, byte order marks within.
 * Those of \p{Cf} that show themselves (signs around Arabic numbers) are none of them.
 */
const INVISIBLE =
  /[\u{ad}\u{61c}\u{180e}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{feff}\u{fff9}-\u{fffb}\u{e0001}\u{e0020}-\u{e007f}]/u

/** ZWNJ and ZWJ. */
const JOINERS = '\u200c\u200d'

/**
 * After a letter of these scripts a joiner is part of how the word is written (Persian “می‌خواهم”, the half forms and
 * chillus of Indic scripts, UTS 55), and between emoji it makes one picture of two.
 */
const JOINS =
  /(?:(?=[\p{L}\p{M}])[\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mand}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Mymr}\p{scx=Khmr}\p{scx=Tibt}]|[\p{Extended_Pictographic}\p{Emoji_Modifier}]\u{fe0f}?)$/u

/** Asked once of a whole piece of a file, it spares asking each of its cells. */
export const hasInvisible = (text: string): boolean => INVISIBLE.test(text)

/** The text as it is seen: without invisible format characters, except for joiners where its script needs them. */
export function withoutInvisible(text: string): string {
  if (!hasInvisible(text)) return text
  let seen = ''
  for (const character of text) {
    if (!INVISIBLE.test(character) || (JOINERS.includes(character) && JOINS.test(seen.slice(-4)))) seen += character
  }
  return seen
}
