import { peopleColumns, salarySources } from '../../../jobs/api/contract/lists'

/** People: the list, one person's page, adding somebody. */
export const people = {
  title: 'People',
  count: (n: number, more: boolean) => `${n}${more ? '+' : ''} ${n === 1 ? 'employee' : 'employees'}`,
  filter: 'Filter by name, number, mail or department',
  add: 'Add a person',
  empty: ['Nobody yet.', 'Drop a salary file anywhere in this window, or type the first person in.'],
  noneFound: (text: string) => [
    `Nobody is found by “${text}”.`,
    'Type less of the name, the number, the mail address or the department.',
  ],
  list: peopleColumns,
  noBase: 'no salary known',
  employed: (from: string, to: string | null) => (to === null ? `since ${from}` : `${from} – ${to}`),
  notEmployed: 'no dates known',
  fields: {
    name: 'Name',
    given_name: 'Given name',
    family_name: 'Family name',
    external_ref: 'Number',
    email: 'Mail address',
    phone: 'Telephone',
    language: 'Payslip in',
    department: 'Department',
    hire_date: 'First day',
    termination_date: 'Last day',
    base_minor: 'Base pay per month',
    base_from: 'From',
  } as Record<string, string>,
  contact: 'Contact',
  employment: 'Employment',
  pay: 'Base pay',
  roles: 'Roles',
  role: {
    employee: 'Employee',
    client: 'Client',
    taxpayer: 'Taxpayer',
    agent: 'Agent',
    student: 'Student',
    guardian: 'Guardian',
    teacher: 'Teacher',
  } as Record<string, string>,
  edit: (field: string) => `Change ${field.toLowerCase()}`,
  change: 'Change',
  nothing: '–',
  save: 'Save',
  cancel: 'Cancel',
  newBase: (currency: string) => `New base pay per month, ${currency}`,
  from: 'From',
  saveBase: 'Save base pay',
  notAmount: (text: string) =>
    `“${text}” is no amount. Type digits, with a point before the decimals: 2450 or 2,450.00.`,
  slips: 'Payslips',
  noSlips: 'In no pay run yet.',
  slip: { period: 'Period', state: 'State', gross: 'Gross', net: 'Net', payslip: 'Payslip' },
  open: 'Open',
  openOf: (period: string) => `Open the payslip of ${period}`,
  error: 'Cannot be paid yet',
  months: 'Pay by month',
  noMonths: 'No file, run or form has told anything yet.',
  month: {
    month: 'Month',
    source: 'Said by',
    basic: 'Basic',
    overtime: 'Overtime',
    incentive: 'Incentive',
    tds: 'Tax',
    gross: 'Gross',
    net: 'Net',
    present: 'Days present',
    absent: 'Days absent',
  },
  attendance: 'Days at work',
  noDays: 'No file or form has told days at work yet.',
  sources: salarySources,
  audit: 'Who changed what',
  noAudit: 'Changed by files only; the receipt of each import says what it wrote.',
  actor: (actor: string) => {
    const [kind, id] = actor.split(':')
    return kind === 'user'
      ? 'a person'
      : kind === 'task'
        ? `task ${id}`
        : kind === 'import'
          ? `import ${id}`
          : 'Daybook'
  },
  actions: {
    'people.employee_added': 'Added',
    'people.employee_changed': 'Changed',
    'people.calculation_saved': 'Calculation saved',
    'people.calculation_undone': 'Calculation undone',
    'payroll.contract_changed': 'Contract changed',
    'payroll.month_items_changed': 'Items of a month changed',
    'payroll.bank_account_changed': 'Bank account changed',
    'payroll.bank_account_confirmed': 'Bank account confirmed',
    'party.changed': 'Changed',
    'party.created': 'Added',
  } as Record<string, string>,
  origin: {
    import: (file: string, row: number | null) => (row === null ? file : `${file}, row ${row}`),
    user: 'Typed by hand',
    task: (id: string) => `Task ${id}`,
    unknown: 'Not kept',
  },
  form: { title: 'Add a person', save: 'Add this person', cancel: 'Cancel' },
}
