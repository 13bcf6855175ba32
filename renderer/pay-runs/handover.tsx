import { Button } from '@mantine/core'
import { useMay } from '../app/lock/use-session'
import { useAct, useAsk } from '../app/office'
import { monthOf } from '../components/dates'
import { Entry } from '../components/entry'
import { Mark } from '../components/mark'
import { RefusedLine } from '../components/refused-line'
import { SaveLink } from '../components/save-link'
import { Section } from '../components/section'
import { words } from '../words/en'
import classes from './bank.module.css'

const text = words.handover

/** What the accountant gets of the month a period ends in. */
export function HandoverPart({ month }: { month: string }) {
  const mayMake = useMay('manager')
  const made = useAsk('payroll.handovers', { month }, { when: mayMake }).data?.items ?? []
  const make = useAct('payroll.export_handover')
  if (!mayMake) return null
  const left = make.data
  return (
    <Section title={text.title} count={made.length}>
      <div className={classes.choices}>
        <Button loading={make.isPending} onClick={() => make.mutate({ month })}>
          {text.make(monthOf(month))}
        </Button>
        <span>{text.what}</span>
      </div>
      <RefusedLine error={make.error} />
      {left && !left.datev && (
        <p className={classes.note}>
          {left.without_account.length > 0 ? text.without(left.without_account.join(', ')) : text.noDatev}
        </p>
      )}
      <ul>
        {made.map((one) => (
          <Entry
            key={one.id}
            at=""
            mark={<Mark state="done" word={text.made} />}
            what={`${one.number}, ${one.file_name}`}
            actions={
              <SaveLink
                method="payroll.handover"
                input={{ id: one.id }}
                href={`/api/payroll/handovers/${one.id}`}
                name={text.saveOf(one.number)}
              >
                {text.save}
              </SaveLink>
            }
          />
        ))}
      </ul>
    </Section>
  )
}
