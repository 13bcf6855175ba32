import { Radio, useMantineColorScheme } from '@mantine/core'
import { words } from '../words/en'
import classes from './settings.module.css'
import { SettingsPage } from './settings-page'

const text = words.settings.appearance

export function AppearancePage() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <SettingsPage title={words.settings.pages.appearance} note={text.note}>
      <div className={classes.fields}>
        <Radio.Group
          label={text.scheme}
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme as 'light' | 'dark' | 'auto')}
        >
          {(['light', 'dark', 'auto'] as const).map((scheme) => {
            const [label, what] = text.schemes[scheme]
            return <Radio key={scheme} className={classes.choice} value={scheme} label={`${label}: ${what}`} />
          })}
        </Radio.Group>
      </div>
    </SettingsPage>
  )
}
