import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { Refused } from '../app/client'
import { useUnsaved } from '../app/leaving/use-unsaved'
import { useMay } from '../app/lock/use-session'
import { ActionBar } from '../components/action-bar'
import { words } from '../words/en'
import classes from './settings.module.css'
import type { SettingForm } from './use-setting'

const { settings } = words

const SAVED = 'setting'
const saveNow = (form: SettingForm) => form.changed > 0 && !form.isSaving && form.save()

/** The fields that the foot saves, once they are there; Enter in one of them saves too. What is unsaved the foot says. */
export const SaveForm = ({ form, children }: { form: SettingForm; children: ReactNode }) => (
  <form
    id={SAVED}
    data-passing
    onSubmit={(event) => {
      event.preventDefault()
      saveNow(form)
    }}
  >
    {form.isThere && children}
  </form>
)

/** The foot of a page of Settings: what will be saved, and what the office refused. Ctrl-S saves. */
export function SaveBar({ form }: { form: SettingForm }) {
  useHotkeys([['mod+S', () => saveNow(form)]], [])
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
      <Button type="submit" form={SAVED} variant="filled" disabled={form.changed === 0 || form.isSaving}>
        {settings.save}
      </Button>
    </ActionBar>
  )
}
