import type { Area } from '../area'
import { employeesKind } from './kinds/employees'
import { salariesKind } from './kinds/salaries'
import { cleanupCharts } from './tasks/cleanup-charts'
import { importSalaries } from './tasks/import-salaries'
import { syncChartData } from './tasks/sync-chart-data'
import { peopleWords } from './words'

export { calculate, saveCalculation, undoCalculation } from './calculator'
export { type ChartPerson, chartPeopleOf } from './chart-people'
export { type ChartSeries, chartSeries } from './chart-series'
export { type ChartsAnswer, chartMonths, chartsOfMonth } from './charts'
export { type Department, departmentOf, departments } from './departments'
export { addEmployee, changeEmployee, type EmployeePatch, type NewEmployee } from './employee-changes'
export { type Employee, employee, listEmployees } from './employees'
export type { CalculationInputs } from './rules/calculation'
export { type ApprovedFact, approvedFacts, enqueueChartSync } from './salary-facts'

/** People and charts (domains/people.md). */
export const people: Area = {
  name: 'people',
  module: 'people',
  tasks: [importSalaries, syncChartData, cleanupCharts],
  schedules: [{ name: 'Clear unused charts', task: 'people.cleanup_old_chart_data', cron: '0 2 * * 0' }],
  importKinds: [employeesKind, salariesKind],
  words: peopleWords,
}
