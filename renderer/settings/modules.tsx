import { Checkbox } from '@mantine/core'
import { words } from '../words/en'
import { Fields } from './fields'
import { SaveBar, SaveForm } from './save-bar'
import classes from './settings.module.css'
import { SettingsPage } from './settings-page'
import { type SettingForm, useSetting } from './use-setting'

const text = words.settings.modules
/** What this Daybook can do; what it cannot is not offered. */
const OFFERED = ['people', 'payroll']

export function ModulesPage() {
  const form = useSetting('modules')
  return (
    <SettingsPage title={words.settings.pages.modules} note={text.note} foot={<SaveBar form={form} />}>
      <SaveForm form={form}>
        <Fields label={words.settings.pages.modules}>
          <ModuleChoice form={form} />
        </Fields>
      </SaveForm>
    </SettingsPage>
  )
}

export function ModuleChoice({ form }: { form: SettingForm }) {
  return OFFERED.map((name) => {
    const [label, what] = text.names[name] ?? [name, '']
    return (
      <Checkbox
        key={name}
        className={classes.choice}
        label={`${label}: ${what}`}
        checked={form.value[name] === true}
        onChange={(event) => form.set(name, event.currentTarget.checked)}
      />
    )
  })
}
