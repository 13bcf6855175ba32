import type { Field } from '../../imports/kind'
import { currencyField, field } from '../../shared/import-fields'
import { about } from '../../shared/import-subjects'
import { nameFields } from '../../shared/person-fields'
import { fold } from '../../values/fold'
import { isTotal, type SheetColumn } from '../rules/sheet-lines'

/** Who a row is about. */
export const WHO_FIELDS: Field[] = about(
  'employee',
  field(
    'employee_id',
    'Employee number',
    'identifier',
    {
      en: 'employee id, emp id, emp no, emp code, employee code, staff id, staff number, personnel number, payroll number, worker id',
      fr: 'matricule, numéro salarié, numéro employé, code salarié',
      es: 'número de empleado, código de empleado, legajo',
      pt: 'matrícula, número do funcionário, número do colaborador',
      de: 'Personalnummer, Mitarbeiternummer, PNR, Stammnummer',
      hi: 'karmchari number, karmchari id, karmchari kramank',
    },
    { note: 'The number the employee goes by. Without it a row is matched by its name.', example: '1042' },
  ),
  ...nameFields({
    en: 'employee name, employee, emp name, staff name, worker',
    fr: 'nom du salarié, salarié',
    es: 'nombre del empleado, empleado',
    pt: 'nome do funcionário, funcionário',
    de: 'Mitarbeitername, Mitarbeiter',
    hi: 'karmchari naam',
  }),
)

/** How sheets call what the built-in components are; a component of an office is called by its own name and code. */
const CALLED: Record<string, string> = {
  BASE: 'basic, basic pay, basic salary, base pay, base salary, salary, wage, salaire de base, salario base, sueldo base, salário base, vencimento base, Grundgehalt, Gehalt, Grundlohn, mool vetan',
  OVERTIME:
    'overtime, overtime pay, ot, ot pay, heures supplémentaires, horas extra, horas extras, h extra, h extras, Überstunden',
  INCENTIVE: 'incentive, incentives, bonus, commission, prime, primes, incentivo, bono, bónus, Prämie, Bonus',
  LATE: 'late, late deduction, late coming, retard, retards, atrasos, Verspätung',
  TDS: 'tax, income tax, tds, withholding tax, tax deducted, paye, impôt, prélèvement à la source, retención, IRPF, IRS, IRRF, Lohnsteuer',
  ADVANCE: 'advance, salary advance, advance recovered, acompte, avance, anticipo, adiantamento, Vorschuss',
  LOAN: 'loan, loan instalment, loan recovery, emi, prêt, préstamo, empréstimo, Darlehen',
  gross:
    'gross, gross pay, gross salary, total gross, total earnings, gross earnings, brut, salaire brut, total brut, bruto, salario bruto, total devengado, ilíquido, total ilíquido, vencimento ilíquido, salário bruto, total de vencimentos, Brutto, Bruttolohn, Bruttogehalt, Gesamtbrutto',
  deductions:
    'deductions, total deductions, total deduction, retenues, total des retenues, deducciones, total deducciones, descontos, total de descontos, Abzüge, Gesamtabzüge, Summe Abzüge',
  employer_cost:
    'employer cost, employer contributions, employer share, total employer contributions, charges patronales, aportes patronales, encargos patronais, Arbeitgeberanteil, Arbeitgeberanteile',
  net: 'net, net pay, net salary, take home, take home pay, amount paid, net payable, net à payer, salaire net, neto, líquido, neto a pagar, total a percibir, a receber, total a receber, líquido a receber, salário líquido, Netto, Nettolohn, Auszahlung, Auszahlungsbetrag',
}

/** Larger ones are no pay, and their sums would leave what is exact. In whole units of the currency. */
const MOST = 9_999_999_999

/** The fields of a sheet beside a run with these columns. A name that is another column's own says that one. */
export function sheetFields(columns: readonly SheetColumn[]): Field[] {
  const own = new Map(columns.flatMap(({ key, name }) => [key, name].map((one) => [fold(one), key] as const)))
  const amounts = columns.map(
    ({ key, name, kind }): Field => ({
      name: key,
      label: name,
      type: 'money',
      synonyms: (CALLED[key] ?? '').split(', ').filter((one) => one !== '' && (own.get(fold(one)) ?? key) === key),
      adds: isTotal(kind) ? 'alone' : 'together',
      dashIsNothing: true,
      min: -MOST,
      max: MOST,
      note: NOTES[kind],
    }),
  )
  return [...WHO_FIELDS, ...amounts, currencyField()]
}

const NOTES: Record<SheetColumn['kind'], string> = {
  earning: 'What is paid under it in the period.',
  deduction: 'What is deducted under it in the period, with or without a minus.',
  employer: 'What the employer pays on top under it.',
  information: 'A figure that stands on the payslip and counts nowhere.',
  gross: 'All earnings together.',
  deductions: 'All deductions together.',
  employer_cost: 'All contributions of the employer together.',
  net: 'What is paid out.',
}
