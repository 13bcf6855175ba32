import { Button, FileButton, TextInput } from '@mantine/core'
import type { DragEvent, FormEvent } from 'react'
import { useAct, useAsk } from '../app/office'
import { Empty } from '../components/empty'
import { Refusal } from '../components/refusal'
import { Section } from '../components/section'
import { useFields } from '../components/use-fields'
import { words } from '../words/en'
import { HolidayList } from './holiday-list'
import classes from './holidays.module.css'
import { SettingsPage } from './settings-page'

const text = words.settings.holidays

/** The days on which the office is closed: typed in, or out of a calendar file. */
export function HolidaysPage() {
  const holidays = useAsk('holidays.list', {}).data?.items
  const { typed, set, sending, taken } = useFields({ date: '', name: '' })
  const add = useAct('holidays.add', { done: taken })
  const remove = useAct('holidays.remove')
  const take = useAct('holidays.import')
  const read = async (file: File | null | undefined) => {
    if (file) take.mutate({ name: file.name, text: await file.text() })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    sending()
    add.mutate(typed)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation() // else it is taken for an import
    void read(event.dataTransfer.files[0])
  }
  if (!holidays) return null
  return (
    <SettingsPage
      title={words.settings.pages.holidays}
      note={text.note}
      tools={
        <FileButton accept=".ics,text/calendar" onChange={read}>
          {(props) => (
            <Button {...props} loading={take.isPending}>
              {text.file}
            </Button>
          )}
        </FileButton>
      }
    >
      <Refusal error={add.error ?? remove.error ?? take.error} />
      <form className={classes.typed} onSubmit={submit}>
        <TextInput
          label={text.date}
          type="date"
          required
          withAsterisk={false}
          value={typed.date}
          onChange={(event) => set({ date: event.currentTarget.value })}
        />
        <TextInput
          label={text.name}
          required
          withAsterisk={false}
          value={typed.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Button type="submit" variant="filled" loading={add.isPending}>
          {text.add}
        </Button>
      </form>
      {take.data && (
        <div className={classes.taken} role="status">
          <p>{text.taken(take.data.added, take.data.there)}</p>
          {take.data.left.length > 0 && (
            <>
              <p>{text.left}</p>
              <ul>
                {take.data.left.slice(0, 20).map(({ name, why }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: events of a file may share a name, and their order stays
                  <li key={index}>
                    {name}: {text.why[why]}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button above does the same by keyboard */}
      <div onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <Section title={text.list} count={holidays.length}>
          {holidays.length === 0 ? (
            <Empty what={text.none[0]} how={text.none[1]} />
          ) : (
            <HolidayList holidays={holidays} remove={(date) => remove.mutate({ date })} />
          )}
          <p className={classes.hint}>{text.dropHint}</p>
        </Section>
      </div>
    </SettingsPage>
  )
}
