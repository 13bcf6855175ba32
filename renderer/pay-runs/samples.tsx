import { Button } from '@mantine/core'
import { Refused } from '../app/client'
import { ForRole } from '../app/lock/for-role'
import { useAct, useAsk } from '../app/office'
import { HelpLink } from '../components/help-link'
import { Mark } from '../components/mark'
import { RefusedLine } from '../components/refused-line'
import { Section } from '../components/section'
import { words } from '../words/en'
import classes from './samples.module.css'

const text = words.payslipLooks.samples

/** Before payslips are mailed: three of them to the office itself. */
export function SamplesPart({ runId }: { runId: number }) {
  const office = useAsk('office.read_setting', { setting: 'office' }).data
  const send = useAct('payslips.send_samples')
  if (!office) return null
  const to = typeof office.notification_address === 'string' ? office.notification_address : ''
  const isEmployees = send.error instanceof Refused && send.error.code === 'payslips.sample_to_employee'
  return (
    <Section title={text.title}>
      <div className={classes.samples}>
        {to === '' ? (
          <p>
            {text.noAddress} <a href="#/settings/office">{text.setAddress}</a>
          </p>
        ) : (
          <>
            <p>
              {text.hint(to)} <HelpLink page="payslips" />
            </p>
            <ForRole needed="manager">
              <Button loading={send.isPending} onClick={() => send.mutate({ id: runId })}>
                {text.send}
              </Button>
            </ForRole>
          </>
        )}
        <RefusedLine error={send.error}>
          {isEmployees && <Button onClick={() => send.mutate({ id: runId, confirmed: true })}>{text.anyway}</Button>}
        </RefusedLine>
        <output>
          {send.data && (
            <Mark
              state="done"
              word={text.sent(
                send.data.samples.length,
                send.data.to,
                send.data.samples.map(({ name }) => name).join(', '),
              )}
            />
          )}
        </output>
      </div>
    </Section>
  )
}
