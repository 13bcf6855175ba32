import { Checkbox, TextInput } from '@mantine/core'
import { Section } from '../components/section'
import { words } from '../words/en'
import { BankLayouts } from './bank-layouts'
import { Fields } from './fields'
import { SaveBar, SaveForm } from './save-bar'
import { SettingsPage } from './settings-page'
import { useSetting } from './use-setting'

const text = words.payOut.bank

/** The account salaries are paid from, and the CSV layouts of the office's banks. */
export function BankPage() {
  const form = useSetting('bank')
  const field = (
    name: 'holder' | 'iban' | 'bic' | 'routing' | 'account_number' | 'bank_name' | 'company_id',
    description?: string,
  ) => (
    <TextInput
      label={text[name]}
      description={description}
      error={form.wrong(name)}
      value={form.text(name)}
      onChange={(event) => form.set(name, event.currentTarget.value)}
    />
  )
  return (
    <SettingsPage title={words.settings.pages.bank} note={text.note} foot={<SaveBar form={form} />}>
      <SaveForm form={form}>
        <Fields label={words.settings.pages.bank}>
          {field('holder', text.holderHint)}
          {field('iban')}
          {field('bic', text.bicHint)}
          <Checkbox
            label={text.batch}
            checked={form.value.batch_booking === true}
            onChange={(event) => form.set('batch_booking', event.currentTarget.checked)}
          />
        </Fields>
        <Section title={text.us}>
          <Fields label={text.us}>
            {field('routing')}
            {field('account_number')}
            {field('bank_name')}
            {field('company_id', text.companyHint)}
          </Fields>
        </Section>
        <BankLayouts form={form} />
      </SaveForm>
    </SettingsPage>
  )
}
