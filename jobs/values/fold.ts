/** How names and departments are compared: composed letters, no doubled blanks, no case. What is stored stays as it was. */
export const fold = (text: string): string => text.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()
