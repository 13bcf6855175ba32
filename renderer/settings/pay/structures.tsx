import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import type { Output } from '../../../jobs/api/contract'
import { ForRole } from '../../app/lock/for-role'
import { useMay } from '../../app/lock/use-session'
import { useAct, useAsk } from '../../app/office'
import { Said } from '../../components/said'
import { isSame } from '../../components/use-fields'
import { words } from '../../words/en'
import classes from './pay.module.css'
import { type PayColumn, PayList } from './pay-list'

const text = words.payRules.structures
type Structure = Output<'payroll.structures'>['items'][number]

const EMPTY: Structure = {
  code: '',
  name: '',
  day_count: 'calendar',
  exclude_holidays: false,
  components: [],
  contracts: 0,
}

const columns: PayColumn<Structure>[] = [
  { name: text.columns.code, cell: (one) => one.code, opens: (one) => text.edit(one.code), look: 'code', width: 144 },
  { name: text.columns.name, cell: (one) => one.name, look: 'wraps' },
  { name: text.columns.days, cell: daysInWords, quiet: true, look: 'wraps' },
  { name: text.columns.components, cell: (one) => one.components.join(', '), quiet: true, look: 'wraps' },
  { name: text.columns.contracts, cell: (one) => one.contracts, number: true, width: 104 },
]

/** Named sets of components, and by which days their contracts are paid. */
export function StructuresPage() {
  const structures = useAsk('payroll.structures', {}).data?.items
  if (!structures) return null
  return (
    <PayList
      title={words.settings.pages.structures}
      note={text.note}
      words={text}
      rows={structures}
      codeOf={(one) => one.code}
      columns={columns}
      editing={(one) => text.edit(one.code)}
      form={(structure, close) => <StructureForm structure={structure ?? EMPTY} all={structures} close={close} />}
    />
  )
}

function daysInWords(one: Structure): string {
  return [text.days[one.day_count], one.exclude_holidays && text.withoutHolidays].filter(Boolean).join(', ')
}

function StructureForm({ structure, all, close }: { structure: Structure; all: Structure[]; close: () => void }) {
  const [typed, setTyped] = useState(structure)
  const [code, setCode] = useState(structure.code)
  const sent = useRef<Structure | null>(null)
  const save = useAct('payroll.save_structures', {
    onScreen: () => {
      if (sent.current === null || isSame(typed, sent.current)) close()
      else setCode(sent.current.code) // typed on meanwhile: from now on a change of this one
    },
  })
  const mayChange = useMay('manager')
  const components = useAsk('payroll.components', {}).data?.items ?? []
  const others = all.filter((one) => one.code !== code)
  const set = (patch: Partial<Structure>) => setTyped((before) => ({ ...before, ...patch }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    sent.current = typed
    save.mutate({ items: [...others, typed] })
  }
  return (
    <form onSubmit={submit}>
      <fieldset className={classes.form} disabled={!mayChange} aria-label={structure.code || text.adding}>
        <TextInput
          label={text.code}
          required
          withAsterisk={false}
          readOnly={code !== ''}
          value={typed.code}
          onChange={(event) => set({ code: event.currentTarget.value })}
        />
        <TextInput
          label={text.name}
          value={typed.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Select
          label={text.dayCount}
          description={text.dayHint}
          allowDeselect={false}
          data={Object.entries(text.days).map(([value, label]) => ({ value, label }))}
          value={typed.day_count}
          onChange={(days) => set({ day_count: days === 'working' ? 'working' : 'calendar' })}
        />
        <fieldset className={classes.group}>
          <legend>{text.components}</legend>
          <p className={classes.said}>{text.componentsHint}</p>
          {components
            .filter((one) => one.structures !== null)
            .map(({ code, name }) => (
              <Checkbox
                key={code}
                className={classes.choice ?? ''}
                label={`${code}, ${name}`}
                checked={typed.components.includes(code)}
                onChange={(event) =>
                  set({
                    components: event.currentTarget.checked
                      ? [...typed.components, code]
                      : typed.components.filter((one) => one !== code),
                  })
                }
              />
            ))}
        </fieldset>
        <Checkbox
          className={classes.whole ?? ''}
          label={text.excludeHolidays}
          checked={typed.exclude_holidays}
          onChange={(event) => set({ exclude_holidays: event.currentTarget.checked })}
        />
        <ForRole needed="manager">
          <div className={classes.actions}>
            <Button type="submit" variant="filled" loading={save.isPending}>
              {words.payRules.save}
            </Button>
            <Button onClick={close}>{words.payRules.cancel}</Button>
            {structure.code !== '' && (
              <Button
                onClick={() => {
                  sent.current = null
                  save.mutate({ items: others })
                }}
              >
                {words.payRules.remove}
              </Button>
            )}
          </div>
        </ForRole>
        <div className={classes.whole}>
          <Said error={save.error} />
        </div>
      </fieldset>
    </form>
  )
}
