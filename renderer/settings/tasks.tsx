import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ForRole } from '../app/lock/for-role'
import { useAsk } from '../app/office'
import { Section } from '../components/section'
import { taskInWords, words } from '../words/en'
import { Fields, figureOf } from './fields'
import { SaveBar, SaveForm } from './save-bar'
import classes from './settings.module.css'
import { SettingsPage } from './settings-page'
import { type SettingForm, useSetting } from './use-setting'

const text = words.settings.tasks

/** How long the office remembers what its tasks did. */
export function TasksPage() {
  const form = useSetting('tasks')
  const figure = (name: 'tasks_days' | 'results_days' | 'results_hours') => (
    <TextInput
      label={text[name]}
      description={text.hints[name]}
      inputMode="numeric"
      error={form.wrong(name)}
      value={form.text(name)}
      onChange={({ currentTarget: { value } }) => form.set(name, figureOf(value))}
    />
  )
  return (
    <SettingsPage title={words.settings.pages.tasks} note={text.note} foot={<SaveBar form={form} />}>
      <SaveForm form={form}>
        <Fields label={words.settings.pages.tasks}>
          {figure('tasks_days')}
          {figure('results_days')}
          {figure('results_hours')}
        </Fields>
        <KeptOtherwise form={form} />
      </SaveForm>
    </SettingsPage>
  )
}

/** Kinds of tasks that are kept for longer or shorter than the others. */
function KeptOtherwise({ form }: { form: SettingForm }) {
  const [chosen, choose] = useState<string | null>(null)
  const known = useAsk('inspect.registered', {}).data?.items ?? []
  const kept = form.value.by_task as Record<string, unknown>
  const tasks = Object.keys(kept).sort((a, b) => taskInWords(a).localeCompare(taskInWords(b)))
  const keep = (task: string, days: unknown) => form.set('by_task', { ...kept, [task]: days })
  return (
    <Section title={text.otherwise} count={tasks.length}>
      <Fields label={text.otherwise}>
        {tasks.length === 0 && <p className={classes.hint}>{text.none}</p>}
        {tasks.map((task) => (
          <div key={task} className={classes.line}>
            <TextInput
              label={text.daysOf(taskInWords(task))}
              inputMode="numeric"
              error={typeof kept[task] !== 'number' && form.wrong('by_task')}
              value={String(kept[task] ?? '')}
              onChange={({ currentTarget: { value } }) => keep(task, figureOf(value) ?? '')}
            />
            <Button
              aria-label={text.asOthersOf(taskInWords(task))}
              onClick={() =>
                form.set('by_task', Object.fromEntries(Object.entries(kept).filter(([one]) => one !== task)))
              }
            >
              {text.asOthers}
            </Button>
          </div>
        ))}
        <ForRole needed="manager">
          <div className={classes.line}>
            <Select
              label={text.choose}
              searchable
              data={known
                .filter(({ task }) => !(task in kept))
                .map(({ task }) => ({ value: task, label: taskInWords(task) }))
                .sort((a, b) => a.label.localeCompare(b.label))}
              value={chosen}
              onChange={choose}
            />
            <Button
              disabled={chosen === null}
              onClick={() => {
                if (chosen !== null) keep(chosen, form.value.tasks_days)
                choose(null)
              }}
            >
              {text.add}
            </Button>
          </div>
        </ForRole>
      </Fields>
    </Section>
  )
}
