import { describe, expect, test } from 'vitest'
import type { Row, RowPlan } from '../../../jobs/imports/kind'
import planSalary from '../../../jobs/people/kinds/plan-salaries'
import type { SalarySnapshot } from '../../../jobs/people/rules/decide-salary'
import type { KnownEmployee } from '../../../jobs/people/rules/matching'
import type { SalaryOptions } from '../../../jobs/people/rules/pay'
import type { LocalDate } from '../../../jobs/values/time'
import { JANUARY, OFFICE, salaryRow } from './builders'

const date = (text: string) => text as LocalDate

const known = (change: Partial<KnownEmployee>): KnownEmployee => ({
  partyId: 1,
  ref: '12',
  name: 'Ana Costa',
  givenName: null,
  familyName: null,
  email: null,
  phone: null,
  departmentId: 1,
  department: 'Sales',
  from: date('2020-03-01'),
  to: null,
  ...change,
})

const nobody: SalarySnapshot = { employees: [], contracts: [], facts: [], later: [] }
const contract = { partyId: 1, from: date('2020-03-01'), to: null, baseMinor: 100_000 }
const ana: SalarySnapshot = { employees: [known({})], contracts: [contract], facts: [], later: [] }

const plan = (row: Row, snapshot: SalarySnapshot = nobody, options: SalaryOptions = JANUARY): RowPlan =>
  planSalary(salaryRow(row), snapshot, options, OFFICE)
const codes = (findings: RowPlan['errors']) => findings.map(({ reason }) => reason.code)

describe('who a row is about', () => {
  test('is told by the employee number, whatever the name', () => {
    const made = plan({ employee_id: '12', name: 'A. Costa', salary: 100_000n }, ana)
    expect(made).toMatchObject({ outcome: 'update', entity: 'party:1', key: 'party:1' })
    expect(codes(made.warnings)).toEqual(['people.name_differs'])
    expect(made.changes.map(({ field }) => field)).not.toContain('name')
  })

  test('is told by exact name and department without a number', () => {
    const other = known({ partyId: 2, ref: '13', department: 'Stores' })
    const two = { ...ana, employees: [known({}), other] }
    expect(plan({ name: 'ana  costa', department: 'STORES', salary: 1n }, two).entity).toBe('party:2')
  })

  test('is asked where namesakes cannot be told apart, and the candidates are named', () => {
    const two = { ...ana, employees: [known({}), known({ partyId: 2, ref: null })] }
    const made = plan({ name: 'Ana Costa', department: 'Sales', salary: 1n }, two)
    expect(made.outcome).toBe('error')
    expect(made.errors[0]?.reason).toEqual({
      code: 'people.which_employee',
      params: { name: 'Ana Costa', department: 'Sales', candidates: 'Ana Costa (12, Sales), Ana Costa (–, Sales)' },
    })
  })

  test('is asked where the name is known in another department: a move and a namesake look alike', () => {
    expect(codes(plan({ name: 'Ana Costa', department: 'Stores', salary: 1n }, ana).errors)).toEqual([
      'people.which_employee',
    ])
  })

  test('a new number of a known name is a new person, unless the namesake has no number yet', () => {
    expect(plan({ employee_id: '77', name: 'Ana Costa', department: 'Sales', salary: 1n }, ana)).toMatchObject({
      outcome: 'create',
      entity: null,
      key: 'ref:77',
    })
    const unnumbered = { ...ana, employees: [known({ ref: null })] }
    const made = plan({ employee_id: '77', name: 'Ana Costa', department: 'Sales', salary: 1n }, unnumbered)
    expect(made.entity).toBe('party:1')
    expect(made.changes).toContainEqual({ field: 'employee_id', before: null, after: '77' })
  })

  test('needs a number or a name, and a new person a name', () => {
    expect(codes(plan({ salary: 1n }).errors)).toEqual(['people.nobody_named'])
    expect(codes(plan({ employee_id: '5', salary: 1n }).errors)).toEqual(['people.name_missing'])
  })

  test('has one key in all rows of a file, so that duplicates are found', () => {
    const keys = [{ employee_id: '12' }, { name: 'Ana Costa', department: 'Sales' }].map(
      (who) => plan({ ...who, salary: 1n }, ana).key,
    )
    expect(new Set(keys).size).toBe(1)
    const twice = [
      { name: ' Eva  Lima', department: 'x' },
      { name: 'EVA LIMA', department: 'X' },
    ].map((who) => plan(who).key)
    expect(new Set(twice).size).toBe(1)
  })

  test('has the name as it stands in the file, given name first', () => {
    const made = plan({ given_name: 'María  José', family_name: 'de la O', salary: 1n })
    expect(made).toMatchObject({ outcome: 'create', key: 'name:maría josé de la o|' })
  })
})

describe('a salary', () => {
  test('that is missing is a warning, and nothing of the month is taken over', () => {
    const made = plan({ employee_id: '5', name: 'Eva', tds: 100n })
    expect(made).toMatchObject({ outcome: 'create', errors: [] })
    expect(made.warnings).toMatchObject([
      { reason: { code: 'people.salary_missing_left', params: { left: 'tax withheld' } } },
    ])
    const bare = plan({ employee_id: '5', name: 'Eva' })
    expect(codes(bare.warnings)).toEqual(['people.salary_missing'])
    expect(plan({ employee_id: '12' }, ana)).toMatchObject({ outcome: 'unchanged', changes: [] })
  })

  test('below zero is an error that names its field, and so is every other amount and count', () => {
    for (const field of ['salary', 'tds', 'advance', 'incentive', 'charges', 'charge']) {
      const made = plan({ name: 'Eva', salary: 1n, [field]: -100n })
      expect(made.errors).toEqual([
        { column: field, found: '-1.00', reason: { code: 'people.negative_amount', params: { found: '-1.00' } } },
      ])
    }
    expect(codes(plan({ name: 'Eva', salary: 1n, ot: '-2', charges: 1n }).errors)).toEqual(['people.negative_count'])
  })

  test('changes the base from the 1st of the month and shows before and after', () => {
    const made = plan({ employee_id: '12', salary: 120_000n }, ana)
    expect(made.changes).toContainEqual({ field: 'base', before: 100_000n, after: 120_000n })
  })

  test('of an annual file is compared as a month’s', () => {
    const made = plan({ employee_id: '12', salary: 1_200_000n }, ana, { ...JANUARY, salary_period: 'annual' })
    expect(made.changes.map(({ field }) => field)).toEqual(['salary'])
  })

  test('of somebody who has left changes no contract, and says so', () => {
    const gone = {
      ...ana,
      employees: [known({ to: date('2021-01-31') })],
      contracts: [{ ...contract, to: date('2021-01-31') }],
    }
    const made = plan({ employee_id: '12', salary: 120_000n }, gone)
    expect(codes(made.warnings)).toEqual(['people.salary_outside_employment'])
    expect(made.changes.map(({ field }) => field)).toEqual(['salary'])
    expect(codes(plan({ employee_id: '12', salary: 100_000n, incentive: 5n }, gone).warnings)).toEqual([
      'people.items_outside_employment',
    ])
  })
})

describe('the figures of a row', () => {
  test('net as the file says it is compared with gross less deductions', () => {
    const row = { name: 'Eva', salary: 100_000n, ot: '10', charges: 500n, tds: 3_000n, advance: 2_000n }
    expect(plan({ ...row, nett_payable: 100_000n, sal_ot: 105_000n }).warnings).toEqual([])
    const off = plan({ ...row, nett_payable: 100_001n }).warnings
    expect(off).toEqual([
      {
        column: 'nett_payable',
        found: '1000.01',
        reason: { code: 'people.net_differs', params: { stated: '1000.01', expected: '1000.00', gross: '1050.00' } },
      },
    ])
    expect(codes(plan({ ...row, sal_ot: 104_000n }).warnings)).toEqual(['people.with_overtime_differs'])
  })

  test('more days than the month has are an error, half days are not, thirds are', () => {
    expect(plan({ name: 'Eva', salary: 1n, days: '30.5', absent: '0.5' })).toMatchObject({ errors: [], warnings: [] })
    expect(codes(plan({ name: 'Eva', salary: 1n, days: '31.5' }).errors)).toEqual(['people.more_days_than_month'])
    expect(codes(plan({ name: 'Eva', salary: 1n, days: '29' }, nobody, { ...JANUARY, month: 2 }).errors)).toEqual([
      'people.more_days_than_month',
    ])
    expect(codes(plan({ name: 'Eva', salary: 1n, absent: '0.33' }).errors)).toEqual(['people.not_half_days'])
    expect(codes(plan({ name: 'Eva', salary: 1n, days: '31', absent: '2' }).warnings)).toEqual([
      'people.days_exceed_month',
    ])
  })

  test('overtime that nothing prices is an error', () => {
    expect(codes(plan({ name: 'Eva', salary: 1n, ot: '3' }).errors)).toEqual(['people.overtime_without_rate'])
    expect(codes(plan({ name: 'Eva', salary: 1n, ot: '0' }).errors)).toEqual([])
  })

  test('deductions above the pay, and a salary of 0, are warnings', () => {
    expect(codes(plan({ name: 'Eva', salary: 100n, tds: 101n }).warnings)).toEqual(['people.net_negative'])
    expect(codes(plan({ name: 'Eva', salary: 0n }).warnings)).toEqual(['people.salary_zero'])
  })

  test('leaving before being hired is an error, with dates of the file and with known ones', () => {
    const row = { salary: 1n, hire_date: '2025-02-01', termination_date: '2025-01-01' }
    expect(codes(plan({ name: 'Eva', ...row }).errors)).toEqual(['people.left_before_hired'])
    expect(codes(plan({ employee_id: '12', salary: 1n, termination_date: '2020-02-29' }, ana).errors)).toEqual([
      'people.left_before_hired',
    ])
    expect(codes(plan({ name: 'Eva', salary: 1n, termination_date: '2024-12-31' }).errors)).toEqual([
      'people.hire_date_needed',
    ])
  })
})
