import { useAsk } from '../app/office'
import { Mark } from '../components/mark'
import { words } from '../words/en'
import classes from './period-form.module.css'

/** Under a rule that mails the office itself: that it has no address, and where one is set. */
export function NoOwnAddress() {
  const office = useAsk('office.read_setting', { setting: 'office' }).data
  if (!office || office.notification_address) return null
  return (
    <p className={classes.noAddress} role="status">
      <Mark state="needs" word={words.payRuns.rule.noAddress} />
      <a href="#/settings/office">{words.payslipLooks.samples.setAddress}</a>
    </p>
  )
}
