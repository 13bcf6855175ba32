import { TextInput } from '@mantine/core'
import { useAsk } from '../app/office'
import { Section } from '../components/section'
import { words } from '../words/en'
import { Fields, figureOf } from './fields'
import { SaveBar, SaveForm } from './save-bar'
import classes from './settings.module.css'
import { SettingsPage } from './settings-page'
import { type SettingForm, useSetting } from './use-setting'

const text = words.handover.settings
type Accounts = { debit: string; credit: string }
const NONE: Accounts = { debit: '', credit: '' }

/** On which accounts payroll is booked. */
export function AccountantPage() {
  const form = useSetting('handover')
  return (
    <SettingsPage title={words.settings.pages.accountant} note={text.note} foot={<SaveBar form={form} />}>
      <SaveForm form={form}>
        <Kinds form={form} />
        <Components form={form} />
        <Datev form={form} />
      </SaveForm>
    </SettingsPage>
  )
}

type PairProps = { name: string; accounts: Accounts; set: (accounts: Accounts) => void }

function Pair({ name, accounts, set }: PairProps) {
  return (
    <div className={classes.line}>
      <TextInput
        label={text.debit(name)}
        inputMode="numeric"
        value={accounts.debit}
        onChange={(event) => set({ ...accounts, debit: event.currentTarget.value })}
      />
      <TextInput
        label={text.credit(name)}
        inputMode="numeric"
        value={accounts.credit}
        onChange={(event) => set({ ...accounts, credit: event.currentTarget.value })}
      />
    </div>
  )
}

function Kinds({ form }: { form: SettingForm }) {
  const kinds = form.value.kinds as Record<string, Accounts>
  return (
    <Section title={text.kinds}>
      <Fields label={text.kinds}>
        {Object.entries(text.kind).map(([kind, name]) => (
          <Pair
            key={kind}
            name={name}
            accounts={kinds[kind] ?? NONE}
            set={(accounts) => form.set('kinds', { ...kinds, [kind]: accounts })}
          />
        ))}
        {form.wrong('kinds') && <p className={classes.refused}>{form.wrong('kinds')}</p>}
      </Fields>
    </Section>
  )
}

function Components({ form }: { form: SettingForm }) {
  const known = useAsk('payroll.components', {}).data?.items ?? []
  const own = form.value.components as Record<string, Accounts>
  return (
    <Section title={text.components}>
      <Fields label={text.components}>
        <p className={classes.hint}>{text.componentsHint}</p>
        {known
          .filter(({ kind }) => kind !== 'information')
          .map(({ code, name }) => (
            <Pair
              key={code}
              name={name || code}
              accounts={own[code] ?? NONE}
              set={(accounts) => form.set('components', { ...own, [code]: accounts })}
            />
          ))}
        {form.wrong('components') && <p className={classes.refused}>{form.wrong('components')}</p>}
      </Fields>
    </Section>
  )
}

function Datev({ form }: { form: SettingForm }) {
  const field = (name: 'consultant' | 'client' | 'fiscal_year_start', description?: string) => (
    <TextInput
      label={text[name]}
      description={description}
      error={form.wrong(name)}
      value={form.text(name)}
      onChange={(event) => form.set(name, event.currentTarget.value)}
    />
  )
  return (
    <Section title={text.datev}>
      <Fields label={text.datev}>
        {field('consultant', text.datevHint)}
        {field('client')}
        <TextInput
          label={text.account_length}
          inputMode="numeric"
          error={form.wrong('account_length')}
          value={form.text('account_length')}
          onChange={({ currentTarget: { value } }) => form.set('account_length', figureOf(value))}
        />
        {field('fiscal_year_start')}
      </Fields>
      <p className={classes.hint}>{text.datevUntried}</p>
    </Section>
  )
}
