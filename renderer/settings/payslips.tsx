import { Select } from '@mantine/core'
import { words } from '../words/en'
import { Fields } from './fields'
import { PayslipPreview } from './payslip-preview'
import { SaveBar, SaveForm } from './save-bar'
import { SettingsPage } from './settings-page'
import { useSetting } from './use-setting'

const text = words.handover.payslips

/** What payslips open with. */
export function PayslipsPage() {
  const form = useSetting('payslips')
  return (
    <SettingsPage title={words.settings.pages.payslips} note={text.note} help="payslips" foot={<SaveBar form={form} />}>
      <SaveForm form={form}>
        <Fields label={words.settings.pages.payslips}>
          <Select
            label={text.password}
            description={text.hint}
            data={Object.entries(text.rules).map(([value, label]) => ({ value, label }))}
            value={form.text('password')}
            allowDeselect={false}
            error={form.wrong('password')}
            onChange={(rule) => rule && form.set('password', rule)}
          />
        </Fields>
      </SaveForm>
      <PayslipPreview />
    </SettingsPage>
  )
}
