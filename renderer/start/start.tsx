import { Button } from '@mantine/core'
import { useState } from 'react'
import { placeHere } from '../app/leaving/place'
import { useAct, useAsk } from '../app/office'
import { ActionBar } from '../components/action-bar'
import { Page } from '../components/page'
import { refusalText } from '../components/refused-line'
import { Section } from '../components/section'
import { ModuleChoice } from '../settings/modules'
import { MoneyAndTime } from '../settings/office'
import classes from '../settings/settings.module.css'
import { useSetting } from '../settings/use-setting'
import { words } from '../words/en'

const text = words.settings.start
/** Its button stands at the foot of the page; Enter in a field does the same. */
const FORM = 'start'

/** “Start mine”: name, currency, zone and modules; then Today. */
export function Start() {
  const office = useSetting('office')
  const modules = useSetting('modules')
  const write = useAct('office.write_setting')
  const today = useAsk('today.read', {}).data
  const [isBusy, setBusy] = useState(false)
  const isNamed = office.text('name').trim() !== ''
  // Nothing is proposed that the machine does not tell for sure: a wrong currency looks like a right one.
  const isAsked = today?.is_new === true && today.proposed_currency === null && !office.isTyped('currency')
  const shown = (field: string) => (isAsked && field === 'currency' ? '' : office.text(field))
  const canBegin = isNamed && shown('currency').trim() !== ''
  const begin = async () => {
    const from = placeHere()
    setBusy(true)
    try {
      const { name, currency, zone } = office.value
      await write.mutateAsync({ setting: 'office', name, currency, zone })
      await write.mutateAsync({ setting: 'modules', ...modules.value })
      if (placeHere() === from) window.location.assign('#/today')
    } catch {
      setBusy(false) // said below
    }
  }
  if (!today || !office.isThere || !modules.isThere) return null
  return (
    <Page
      folio=""
      title={text.title}
      note={text.note}
      foot={
        <ActionBar
          words={
            write.error ? (
              <span className={classes.refused} role="alert">
                {refusalText(write.error)}
              </span>
            ) : isNamed ? (
              !canBegin && text.currencyMissing
            ) : (
              text.nameMissing
            )
          }
        >
          <Button type="submit" form={FORM} variant="filled" disabled={!canBegin || isBusy}>
            {text.begin}
          </Button>
        </ActionBar>
      }
    >
      <form
        id={FORM}
        onSubmit={(event) => {
          event.preventDefault()
          if (canBegin && !isBusy) void begin()
        }}
      >
        <div className={classes.fields}>
          <MoneyAndTime form={{ ...office, text: shown }} isFirst />
        </div>
        <Section title={text.modules}>
          <div className={classes.fields}>
            <ModuleChoice form={modules} />
          </div>
        </Section>
      </form>
    </Page>
  )
}
