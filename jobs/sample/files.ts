import type { Newcomer } from './story'

/** What an office drops into its first day: a file of salaries, as a spreadsheet program saves one. */
export function salaryFile(people: readonly Newcomer[]): string {
  const rows = people.map((one) => [
    one.ref,
    one.given,
    one.family,
    one.department,
    one.email,
    one.hiredOn,
    one.baseMinor === null ? '' : (one.baseMinor / 100).toFixed(2),
  ])
  return csv([['Employee number', 'First name', 'Last name', 'Department', 'E-mail', 'Hire date', 'Salary'], ...rows])
}

/** A later list of telephone numbers (0700 900 is kept free for stories): two cells of it are wrong, so it waits. */
export function phoneFile(people: readonly Newcomer[]): string {
  const rows = people.map((one, at) => {
    const phone = `+44 7700 900${String(at).padStart(3, '0')}`
    const email = at === 3 ? one.email.replace('@', ' at ') : one.email
    return [one.ref, `${one.given} ${one.family}`, email, at === 7 ? '31/02/2020' : one.hiredOn, phone]
  })
  return csv([['Employee number', 'Employee name', 'E-mail', 'Hire date', 'Mobile'], ...rows])
}

const csv = (rows: string[][]): string => `${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
