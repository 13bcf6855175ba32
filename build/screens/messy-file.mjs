const people = [
  ['S101', 'Beatriz Nogueira', 'Reception', '03/02/2020', '1650.00'],
  ['S102', 'Tomás Ferraz', 'Workshop', '11/05/2021', '1720.00'],
  ['S103', 'Ngozi Adeyemi', 'Accounts', '01/09/2019', 'n/a'],
  ['S104', 'Łukasz Wrona', 'Workshop', '07/03/2022', '1810.00'],
  ['S105', 'Inês Caldeira', 'Reception', '02/11/2020', '1590.00'],
  ['S106', 'Kwame Asante', 'Accounts', '04/01/2018', '2240.00'],
  ['S107', 'Marta Quintela', 'Workshop', '12/10/2021', 'n/a'],
  ['S108', 'Dilek Aksoy', 'Sales', '05/06/2023', '1980.00'],
  ['S109', 'Rui Bastos', 'Sales', '09/04/2017', '2310.00'],
  ['S110', 'Olena Hryn', 'Accounts', '06/08/2022', '2075.00'],
  ['S111', 'Paulo Teles', 'Workshop', '10/12/2019', 'tbc'],
  ['S112', 'Chiara Monti', 'Sales', '08/07/2024', '1885.00'],
]
const wrongMail = { S104: 'lukasz.office.example', S109: 'rui@office,example' }

/** A file of salaries as an office has one: some cells are wrong, and no day of hiring says whether it or the month comes first. */
export function messyFile() {
  const rows = people.map(([number, name, ...rest]) => {
    const own = name
      .normalize('NFD')
      .replace(/[^A-Za-z ]/g, '')
      .toLowerCase()
      .replace(/ .*/, '')
    const mail = wrongMail[number] ?? `${own}@office.example`
    const [department, hired, salary] = rest
    return [number, name, department, `"${mail}"`, hired, salary, 'see file'].join(',')
  })
  return ['Emp No,Name,Department,Email,Date of hire,Base salary,Remarks', ...rows].join('\r\n')
}
