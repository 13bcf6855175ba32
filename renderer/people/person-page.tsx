import { useParams } from '@tanstack/react-router'
import type { Output } from '../../jobs/api/contract'
import { useOfficeClock } from '../app/live'
import { useModules } from '../app/modules'
import { useAsk } from '../app/office'
import { dayOf } from '../components/dates'
import { Entry } from '../components/entry'
import { Facts } from '../components/facts'
import { Page } from '../components/page'
import { RefusedLine } from '../components/refused-line'
import { Section } from '../components/section'
import { SidePanel } from '../components/side-panel'
import { useUserNames } from '../components/user-names'
import { whenOf } from '../components/when'
import { words } from '../words/en'
import { actionInWords } from '../words/en/outbox'
import { BankAccountPart } from './bank-account'
import { BasePay } from './base-pay'
import { EditField } from './edit-field'
import { FinalPay } from './final-pay'
import { DaysAtWork, Months, Slips } from './pay-history'
import { PayTerms } from './pay-terms'
import classes from './people.module.css'

const text = words.people
type Person = Output<'people.person'>

/** Everything about one person, on one page; what is typed by people is changed where it stands. */
export function PersonPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const asked = useAsk('people.person', { id: Number(id) })
  const about = useAsk('system.about', {}).data
  const now = useOfficeClock(about?.now)
  const isPayroll = useModules()('payroll')
  if (asked.error) {
    return (
      <Page folio="" title={text.title}>
        <RefusedLine error={asked.error} />
      </Page>
    )
  }
  const person = asked.data
  if (!person || !about) return null
  const { employee } = person
  const note = employee.hire_date
    ? text.employed(dayOf(employee.hire_date), employee.termination_date && dayOf(employee.termination_date))
    : text.notEmployed
  return (
    <Page
      folio={employee.external_ref ?? ''}
      title={employee.name}
      note={[employee.department, note].filter(Boolean).join(', ')}
      tools={isPayroll && <FinalPay person={person} />}
      aside={<Beside person={person} when={(iso) => whenOf(iso, about.zone, now)} />}
    >
      <Section title={text.contact}>
        <EditField employeeId={employee.id} field="name" value={employee.name} />
        <EditField employeeId={employee.id} field="email" value={employee.email} />
        <EditField employeeId={employee.id} field="phone" value={employee.phone} />
        <EditField employeeId={employee.id} field="language" value={employee.language} />
      </Section>
      <Section title={text.employment}>
        <EditField employeeId={employee.id} field="external_ref" value={employee.external_ref} />
        <EditField employeeId={employee.id} field="department" value={employee.department} />
        <EditField employeeId={employee.id} field="hire_date" value={employee.hire_date} />
        <EditField employeeId={employee.id} field="termination_date" value={employee.termination_date} />
      </Section>
      <BasePay person={person} />
      {isPayroll && person.contracts.length > 0 && <PayTerms employeeId={employee.id} />}
      {isPayroll && <BankAccountPart person={person} />}
      {isPayroll && <Slips person={person} />}
      <Months person={person} />
      <DaysAtWork person={person} />
    </Page>
  )
}

/** Roles, and who changed what. */
function Beside({ person, when }: { person: Person; when: (iso: string) => string }) {
  const nameOf = useUserNames()
  return (
    <SidePanel label={text.roles}>
      <Section title={text.roles} inPanel>
        <Facts
          facts={person.roles.map((one) => [
            text.role[one.role] ?? one.role,
            [one.external_ref, one.from && text.employed(dayOf(one.from), one.to && dayOf(one.to))]
              .filter(Boolean)
              .join(', '),
          ])}
        />
      </Section>
      <Section title={text.audit} inPanel>
        {person.audit.length === 0 ? (
          <p className={classes.aside}>{text.noAudit}</p>
        ) : (
          <ul>
            {person.audit.map((one) => (
              <Entry
                key={one.seq}
                narrow
                at={when(one.at)}
                what={`${text.actions[one.action] ?? actionInWords(one.action)}, ${text.actor(one.actor, nameOf)}`}
                why={one.fields.map((field) => text.fields[field] ?? field).join(', ')}
              />
            ))}
          </ul>
        )}
      </Section>
    </SidePanel>
  )
}
