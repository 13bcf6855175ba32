import { TextInput } from '@mantine/core'
import { words } from '../words/en'
import { Fields } from './fields'
import { SaveBar, SaveForm } from './save-bar'
import { SettingsPage } from './settings-page'
import { useSetting } from './use-setting'

const text = words.settings.taxYear

/** From which day on the year counts that tax goes by. */
export function TaxYearPage() {
  const form = useSetting('payroll')
  return (
    <SettingsPage title={words.settings.pages.taxYear} note={text.note} foot={<SaveBar form={form} />}>
      <SaveForm form={form}>
        <Fields label={words.settings.pages.taxYear}>
          <TextInput
            label={text.starts}
            description={text.startsHint}
            value={form.text('tax_year_starts')}
            error={form.wrong('tax_year_starts')}
            onChange={(event) => form.set('tax_year_starts', event.currentTarget.value.trim())}
          />
        </Fields>
      </SaveForm>
    </SettingsPage>
  )
}
