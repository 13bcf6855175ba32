import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { Refused } from '../app/client'
import { useUnsaved } from '../app/leaving/use-unsaved'
import { useMay } from '../app/lock/use-session'
import { ActionBar } from '../components/action-bar'
import { words } from '../words/en'
import classes from './settings.module.css'
import type { SettingForm } from './use-setting'

const { settings } = words

/** The foot of a page of Settings: what will be saved, and what the office refused. Ctrl-S saves. */
export function SaveBar({ form }: { form: SettingForm }) {
  const save = () => form.changed > 0 && !form.isSaving && form.save()
  useHotkeys([['mod+S', save]], [])
  useUnsaved(form.changed > 0 ? { what: settings.unsaved(form.changed), save: form.save } : null)
  const { error } = form
  const mayChange = useMay('manager')
  if (!mayChange) return <ActionBar words={settings.onlyManagers}>{null}</ActionBar>
  return (
    <ActionBar
      words={
        error ? (
          <span className={classes.refused} role="alert">
            {error.message}
          </span>
        ) : form.changed > 0 ? (
          settings.change(form.changed)
        ) : (
          <span role="status">{form.isSaved ? settings.saved : settings.nothingChanged}</span>
        )
      }
      detail={error instanceof Refused ? error.fix : undefined}
    >
      <Button variant="filled" disabled={form.changed === 0 || form.isSaving} onClick={save}>
        {settings.save}
      </Button>
    </ActionBar>
  )
}
