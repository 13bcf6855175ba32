import type { PlanRow, RowPlan } from '../../imports/kind'
import { finding, inOneLine, madeOnce, personName, textOf } from '../../shared/planning'
import { fold } from '../../values/fold'
import { indexPeople, matchSheetRow, type SheetPerson } from '../rules/match-sheet-row'

export type PaySheetOptions = { run_id: number }
export type PaySheetSnapshot = { people: SheetPerson[] }

const indexOf = madeOnce(({ people }: PaySheetSnapshot) => indexPeople(people))

/** Plans a row of an old sheet: whom it is about. Its amounts are compared later, against whatever the run then says. */
const planPaySheet: PlanRow<PaySheetOptions, PaySheetSnapshot> = (row, snapshot): RowPlan => {
  const number = textOf(row, 'employee_id')
  const { name } = personName(row)
  const refused = (key: string | null, error: RowPlan['errors'][number]): RowPlan => ({
    outcome: 'error',
    key,
    entity: null,
    changes: [],
    errors: [error],
    warnings: [],
  })
  if (number === null && name === null) return refused(null, finding('name', null, 'payroll.sheet_names_nobody'))
  const match = matchSheetRow(indexOf(snapshot), number, name)
  if (match.kind === 'ambiguous') {
    const candidates = inOneLine(match.candidates.map((one) => `${one.name} (${one.number ?? '–'})`))
    return refused(null, finding('name', name, 'payroll.sheet_which_person', { name: name ?? '', candidates }))
  }
  const warnings: RowPlan['warnings'] = []
  if (match.kind === 'known' && match.by === 'name' && number !== null) {
    const params = { number, name: match.person.name, known: match.person.number ?? '–' }
    warnings.push(finding('employee_id', number, 'payroll.sheet_other_number', params))
  }
  if (match.kind === 'unknown') {
    warnings.push(finding('name', name ?? number, 'payroll.sheet_unknown_person', { who: name ?? number ?? '' }))
  }
  const key =
    match.kind === 'known'
      ? `party:${match.person.partyId}`
      : number !== null
        ? `number:${number}`
        : `name:${fold(name ?? '')}`
  const entity = match.kind === 'known' ? `party:${match.person.partyId}` : null
  return { outcome: 'create', key, entity, changes: [], errors: [], warnings }
}

export default planPaySheet
