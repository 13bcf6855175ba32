/** A run of the sample office as somebody's old spreadsheet has it: some base pay is older, some tax rounded otherwise. */
export async function oldSheet(ask, runId) {
  const { items } = await ask('GET', `/api/payroll/runs/${runId}/slips`)
  const lines = items
    .filter(({ status }) => status === 'ok')
    .slice(1)
    .map(({ employee, gross_minor, net_minor, lines }, at) => {
      const base = lines.find(({ code }) => code === 'BASE')?.amount_minor ?? 0
      const older = at % 7 === 2 ? 15_000 : at % 5 === 1 ? 1 : 0
      const amounts = [base - older, gross_minor - older, net_minor - older]
      return [employee.external_ref, employee.name, ...amounts.map((minor) => (minor / 100).toFixed(2))].join(',')
    })
  return ['Emp No,Employee,Basic Salary,Gross Pay,Net Pay', ...lines, ',Marta Reis,1250.00,1250.00,980.40'].join('\n')
}
