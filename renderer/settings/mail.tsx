import { Button, PasswordInput, Select, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { ForRole } from '../app/lock/for-role'
import { useAct } from '../app/office'
import { Mark } from '../components/mark'
import { refusalText } from '../components/refused-line'
import { Section } from '../components/section'
import { words } from '../words/en'
import { Fields, figureOf } from './fields'
import { SaveBar, SaveForm } from './save-bar'
import classes from './settings.module.css'
import { SettingsPage } from './settings-page'
import { type SettingForm, useSetting } from './use-setting'

const text = words.settings.mail

export function MailPage() {
  const form = useSetting('mail')
  return (
    <SettingsPage title={words.settings.pages.mail} note={text.note} foot={<SaveBar form={form} />}>
      <SaveForm form={form}>
        <Server form={form} />
      </SaveForm>
      {form.isThere && (
        <ForRole needed="manager">
          <TestMail form={form} />
        </ForRole>
      )}
    </SettingsPage>
  )
}

function Server({ form }: { form: SettingForm }) {
  const field = (name: 'host' | 'user' | 'from', description?: string) => (
    <TextInput
      label={text[name]}
      description={description}
      error={form.wrong(name)}
      value={form.text(name)}
      onChange={(event) => form.set(name, event.currentTarget.value)}
    />
  )
  const figure = (name: 'port' | 'hold_minutes' | 'daily_cap', description?: string) => (
    <TextInput
      label={text[name]}
      description={description}
      inputMode="numeric"
      error={form.wrong(name)}
      value={form.text(name)}
      onChange={({ currentTarget: { value } }) => form.set(name, figureOf(value))}
    />
  )
  return (
    <Fields label={words.settings.pages.mail}>
      {field('host', text.hostHint)}
      <div className={classes.two}>
        {figure('port')}
        <Select
          label={text.security}
          data={Object.entries(text.securities).map(([value, label]) => ({ value, label }))}
          value={form.text('security')}
          onChange={(security) => security && form.set('security', security)}
        />
      </div>
      {field('user')}
      <PasswordInput
        label={text.password}
        description={form.value.has_password === true ? text.passwordHint : text.passwordNone}
        autoComplete="new-password"
        value={form.text('password')}
        onChange={(event) => form.set('password', event.currentTarget.value || undefined)}
      />
      {field('from', text.fromHint)}
      {figure('hold_minutes')}
      {figure('daily_cap', text.capHint)}
    </Fields>
  )
}

function TestMail({ form }: { form: SettingForm }) {
  const [to, setTo] = useState('')
  const test = useAct('mail.test')
  const said = test.data
  const answer = useRef<HTMLDivElement>(null)
  const isAnswered = said !== undefined || test.error !== null
  useEffect(() => {
    if (isAnswered) answer.current?.scrollIntoView({ block: 'nearest' })
  }, [isAnswered])
  return (
    <Section title={text.test}>
      <form
        className={classes.fields}
        data-passing
        onSubmit={(event) => {
          event.preventDefault()
          test.mutate({ to })
        }}
      >
        <div className={classes.line}>
          <TextInput
            label={text.testTo}
            type="email"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Button type="submit" disabled={form.changed > 0 || test.isPending || to.trim() === ''}>
            {test.isPending ? text.testing : text.test}
          </Button>
        </div>
        {form.changed > 0 && <p className={classes.hint}>{text.testSaveFirst}</p>}
        <div ref={answer} role="status">
          {test.error && <p className={classes.refused}>{refusalText(test.error)}</p>}
          {said?.ok && <Mark state="done" word={text.testOk} />}
          {said && !said.ok && (
            <>
              <Mark state="failed" word={text.testFailed(said.phase)} />
              {said.reason && (
                <p>
                  {said.reason.message} {said.reason.fix}
                </p>
              )}
              {said.smtp_reply && (
                <p className={classes.said}>
                  {text.serverSaid} {said.smtp_reply}
                </p>
              )}
            </>
          )}
        </div>
      </form>
    </Section>
  )
}
