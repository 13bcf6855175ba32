/** What a payslip's password is made of; `none`: it opens without one. */
export type PasswordRule = 'none' | 'account' | 'number'

/** So many characters of the account: what the person has on a card and a letter does not show. */
const CHARACTERS = 8

/** The password of a person's payslip; null where the office asks for none, or the person has not got what it is made of. */
export function passwordOf(
  rule: PasswordRule,
  person: { externalRef: string | null; account: string | null },
): string | null {
  if (rule === 'none') return null
  if (rule === 'number') return person.externalRef
  return person.account === null || person.account.length < CHARACTERS ? null : person.account.slice(-CHARACTERS)
}

/** How the mail of a person stands to the rule. */
export function lacking(
  rule: PasswordRule,
  person: { external_ref: string | null; account: string | null },
): { lacksPassword: boolean; password: PasswordRule } {
  const known = passwordOf(rule, { externalRef: person.external_ref, account: person.account }) !== null
  return { lacksPassword: rule !== 'none' && !known, password: known ? rule : 'none' }
}
