import { Select, Textarea, TextInput } from '@mantine/core'
import { languagesWith } from '../components/languages'
import { takeFocus } from '../components/take-focus'
import { words } from '../words/en'
import { Fields } from './fields'
import { LogoPart } from './logo'
import { SaveBar, SaveForm } from './save-bar'
import { SettingsPage } from './settings-page'
import { type SettingForm, useSetting } from './use-setting'

const text = words.settings.office

/** Every zone this computer knows, and the one that is set. */
const zonesWith = (set: string): string[] =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', set])].filter(Boolean)

export function OfficePage() {
  const form = useSetting('office')
  return (
    <SettingsPage title={words.settings.pages.office} note={text.note} help="payslips" foot={<SaveBar form={form} />}>
      <SaveForm form={form}>
        <Fields label={words.settings.pages.office}>
          <MoneyAndTime form={form} />
          <Textarea
            label={text.address}
            autosize
            minRows={3}
            error={form.wrong('address')}
            value={form.text('address')}
            onChange={(event) => form.set('address', event.currentTarget.value)}
          />
          <Select
            label={text.language}
            description={text.languageHint}
            data={languagesWith(form.text('language'))}
            error={form.wrong('language')}
            value={form.text('language')}
            allowDeselect={false}
            onChange={(language) => language && form.set('language', language)}
          />
          <TextInput
            label={text.notification_address}
            description={text.notificationHint}
            error={form.wrong('notification_address')}
            value={form.text('notification_address')}
            onChange={(event) => form.set('notification_address', event.currentTarget.value || null)}
          />
        </Fields>
      </SaveForm>
      <LogoPart />
    </SettingsPage>
  )
}

/** Name, currency and zone: what every office starts with. */
export function MoneyAndTime({ form, isFirst = false }: { form: SettingForm; isFirst?: boolean }) {
  return (
    <>
      <TextInput
        label={text.name}
        ref={isFirst ? takeFocus : null}
        error={form.wrong('name')}
        value={form.text('name')}
        onChange={(event) => form.set('name', event.currentTarget.value)}
      />
      <TextInput
        label={text.currency}
        description={text.currencyHint}
        maxLength={3}
        error={form.wrong('currency')}
        value={form.text('currency')}
        onChange={(event) => form.set('currency', event.currentTarget.value.toUpperCase())}
      />
      <Select
        label={text.zone}
        description={text.zoneHint}
        searchable
        limit={50}
        data={zonesWith(form.text('zone'))}
        error={form.wrong('zone')}
        value={form.text('zone')}
        onChange={(zone) => zone && form.set('zone', zone)}
      />
    </>
  )
}
