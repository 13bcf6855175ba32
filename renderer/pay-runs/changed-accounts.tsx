import { Button } from '@mantine/core'
import { ForRole } from '../app/lock/for-role'
import { useMay } from '../app/lock/use-session'
import { useAct, useAsk } from '../app/office'
import { Entry } from '../components/entry'
import { Mark } from '../components/mark'
import { RefusedLine } from '../components/refused-line'
import { Section } from '../components/section'
import { words } from '../words/en'

const text = words.payOut.changed

/** Accounts that took the place of others: no bank file is made before somebody has confirmed them. */
export function ChangedAccounts({ runId }: { runId: number }) {
  const mayLook = useMay('clerk')
  const changed = useAsk('payroll.changed_accounts', { id: runId }, { when: mayLook }).data?.items ?? []
  const confirm = useAct('payroll.confirm_accounts')
  const waiting = changed.filter((one) => !one.confirmed)
  if (changed.length === 0) return null
  return (
    <Section
      title={text.title}
      count={changed.length}
      tools={
        waiting.length > 1 && (
          <ForRole needed="manager">
            <Button onClick={() => confirm.mutate({ employee_ids: waiting.map((one) => one.employee_id) })}>
              {text.all(waiting.length)}
            </Button>
          </ForRole>
        )
      }
    >
      <RefusedLine error={confirm.error} />
      <ul>
        {changed.map((one) => (
          <Entry
            key={one.employee_id}
            at={one.external_ref ?? ''}
            mark={<Mark state={one.confirmed ? 'done' : 'needs'} word={one.confirmed ? text.confirmed : text.waits} />}
            what={`${one.name}: ${text.from(one.before, one.after)}`}
            why={one.confirmed ? undefined : text.why}
            actions={
              !one.confirmed && (
                <ForRole needed="manager">
                  <Button
                    aria-label={text.confirmOf(one.name)}
                    loading={confirm.isPending}
                    onClick={() => confirm.mutate({ employee_ids: [one.employee_id] })}
                  >
                    {text.confirm}
                  </Button>
                </ForRole>
              )
            }
          />
        ))}
      </ul>
    </Section>
  )
}
