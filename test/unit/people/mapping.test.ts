import { expect, test } from 'vitest'
import { mappedFields } from '../../../jobs/imports/context'
import { neverRule } from '../../../jobs/imports/mapping/candidates'
import { nameColumns } from '../../../jobs/imports/mapping/columns'
import { normaliseHeader } from '../../../jobs/imports/mapping/header'
import { proposeMapping } from '../../../jobs/imports/mapping/propose'
import { employeesKind } from '../../../jobs/people/kinds/employees'
import { salariesKind } from '../../../jobs/people/kinds/salaries'

/** The proposal from headers alone, without values that could speak for or against. */
function propose(headers: string[], kind = salariesKind.fields, salary_period = 'monthly') {
  const columns = nameColumns(
    headers.map((header, index) => ({ index, letter: String.fromCharCode(65 + index), header })),
  )
  const proposal = proposeMapping(
    columns.map((column) => ({ ...column, sample: [] })),
    mappedFields(kind, { salary_period }),
  )
  const mapping = Object.fromEntries([...proposal.mapping].map(([field, position]) => [field, headers[position]]))
  const reasons = Object.fromEntries(proposal.leftAlone.map(({ column, reason }) => [column, reason.code]))
  return { mapping, reasons, asked: proposal.questions.map(({ field }) => field) }
}

const GUIDE = [
  ...['name', 'employee_id', 'department', 'salary', 'days', 'absent', 'ot', 'charges', 'late', 'charge'],
  ...['amt/sal_ot', 'nett_payable', 'tds', 'advance', 'total_old_adv', 'incentive'],
]

test('the guide’s columns are mapped without a question, in any order and any case', () => {
  const expected = { ...Object.fromEntries(GUIDE.map((name) => [name, name])), sal_ot: 'amt/sal_ot' }
  delete (expected as Record<string, string>)['amt/sal_ot']
  expect(propose(GUIDE)).toEqual({ mapping: expected, reasons: {}, asked: [] })
  const shouted = [...GUIDE].reverse().map((name) => name.toUpperCase().replaceAll('_', ' '))
  expect(Object.keys(propose(shouted).mapping).sort()).toEqual(Object.keys(expected).sort())
})

test.each([
  [
    'Emp Code',
    'Employee Name',
    'Dept.',
    'Basic Salary',
    'Working Days',
    'Absent Days',
    'OT Hours',
    'OT Rate',
    'Net Pay',
    'Income Tax',
    'Date of Joining',
    'Email ID',
  ],
  [
    'Matricule',
    'Nom et prénom',
    'Service',
    'Salaire de base',
    'Jours travaillés',
    'Jours d’absence',
    'Heures supplémentaires',
    'Taux heures supplémentaires',
    'Net à payer',
    'Prélèvement à la source',
    'Date d’entrée',
    'Courriel',
  ],
  [
    'Legajo',
    'Apellidos y nombre',
    'Departamento',
    'Sueldo base',
    'Días trabajados',
    'Días ausente',
    'Horas extra',
    'Valor hora extra',
    'Neto a pagar',
    'Retención IRPF',
    'Fecha de ingreso',
    'Correo electrónico',
  ],
  [
    'Matrícula',
    'Nome completo',
    'Setor',
    'Salário base',
    'Dias trabalhados',
    'Dias de falta',
    'Horas extras',
    'Valor da hora extra',
    'Líquido a receber',
    'IRRF',
    'Data de admissão',
    'E-mail',
  ],
  [
    'Personal-Nr.',
    'Vor- und Nachname',
    'Abteilung',
    'Bruttogehalt',
    'Arbeitstage',
    'Abwesenheitstage',
    'Überstunden',
    'Überstundensatz',
    'Nettolohn',
    'Lohnsteuer',
    'Eintrittsdatum',
    'E-Mail-Adresse',
  ],
  [
    'Karmchari Number',
    'Karmchari ka naam',
    'Vibhag',
    'Mool vetan',
    'Kaam ke din',
    'Anupasthit din',
    'Atirikt ghante',
    'Overtime dar',
    'Shuddh vetan',
    'Aaykar',
    'Niyukti tithi',
    'Mail ID',
  ],
])('a file headed %s, %s, … is mapped without a question', (...headers) => {
  const fields = [
    'employee_id',
    'name',
    'department',
    'salary',
    'days',
    'absent',
    'ot',
    'charges',
    'nett_payable',
    'tds',
    'hire_date',
    'email',
  ]
  expect(propose(headers)).toEqual({
    mapping: Object.fromEntries(fields.map((field, i) => [field, headers[i]])),
    reasons: {},
    asked: [],
  })
})

test('what is of another period, unit or person stays unmapped, with the reason', () => {
  const others = [
    ...[
      'Absences',
      'Total absences last year',
      'Days late',
      'Days late last 90',
      'Late arrivals',
      'Overtime pay',
      'Hourly wage',
    ],
    ...[
      'Manager name',
      'Manager ID',
      'Position ID',
      'Department ID',
      'Dept. No.',
      'Tax ID',
      'Salary grade',
      'Reason for leaving',
    ],
    ...[
      'Terminated',
      'Term reason',
      'Advance balance date',
      'Bonus target',
      'Weekly pay',
      'Abteilungsnummer',
      'Fehltage',
    ],
  ]
  const { mapping, reasons } = propose(['Employee number', 'Salary', ...others])
  expect(mapping).toEqual({ employee_id: 'Employee number', salary: 'Salary' })
  expect(Object.keys(reasons)).toEqual(others)
})

test('a department’s number never wins over its name, whichever stands first', () => {
  for (const headers of [
    ['Dept ID', 'Dept'],
    ['Department', 'Department code'],
    ['Abteilung Nr', 'Abteilung'],
  ]) {
    const { mapping } = propose(headers)
    expect(mapping.department).toBe(headers.find((one) => !/id|code|nr/i.test(one)))
  }
  expect(propose(['Department number']).mapping.department).toBeUndefined()
})

test('a year’s salary is mapped only in a file declared annual, a month’s only in one declared monthly', () => {
  for (const header of [
    'Annual salary',
    'Salaire annuel',
    'Sueldo anual',
    'Salário anual',
    'Jahresgehalt',
    'Varshik vetan',
  ]) {
    expect([header, propose([header]).asked]).toEqual([header, ['salary']])
    expect([header, propose([header], salariesKind.fields, 'annual').mapping.salary]).toEqual([header, header])
  }
  for (const header of [
    'Monthly salary',
    'Salaire mensuel',
    'Sueldo mensual',
    'Salário mensal',
    'Monatsgehalt',
    'Masik vetan',
  ]) {
    expect([header, propose([header]).mapping.salary]).toEqual([header, header])
    expect([header, propose([header], salariesKind.fields, 'annual').asked]).toEqual([header, ['salary']])
  }
})

test('basic and gross salary side by side are asked about', () => {
  expect(propose(['Emp ID', 'Basic salary', 'Gross salary']).asked).toEqual(['salary'])
})

test('no name of a column means two fields, and no field rules out its own name whatever was declared', () => {
  for (const { fields } of [salariesKind, employeesKind]) {
    const seen = new Map<string, string>()
    const declared = ['monthly', 'annual'].map((salary_period) => mappedFields(fields, { salary_period }))
    for (const [i, { name, label, synonyms }] of fields.entries()) {
      for (const written of [name, label, ...synonyms]) {
        const { joined } = normaliseHeader(written)
        expect([written, seen.get(joined) ?? name]).toEqual([written, name])
        seen.set(joined, name)
        const allowed = declared.some((some) => some[i] && neverRule(some[i], { header: written }) === null)
        expect([name, written, allowed]).toEqual([name, written, true])
      }
    }
  }
})
