import { Button, Checkbox, Select, Table, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Output } from '../../../jobs/api/contract'
import { ForRole } from '../../app/lock/for-role'
import { useMay } from '../../app/lock/use-session'
import { useAct, useAsk } from '../../app/office'
import { Empty } from '../../components/empty'
import { Ledger } from '../../components/ledger'
import { Said } from '../../components/said'
import { Section } from '../../components/section'
import { words } from '../../words/en'
import { SettingsPage } from '../settings-page'
import classes from './pay.module.css'

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

/** Named sets of components, and by which days their contracts are paid. */
export function StructuresPage() {
  const structures = useAsk('payroll.structures', {}).data?.items
  const [open, setOpen] = useState<string | null>(null)
  if (!structures) return null
  const edited = structures.find((one) => one.code === open) ?? null
  const isOpen = open !== null && (edited !== null || open === '')
  return (
    <SettingsPage
      title={words.settings.pages.structures}
      note={text.note}
      tools={
        <ForRole needed="manager">
          <Button onClick={() => setOpen('')}>{text.add}</Button>
        </ForRole>
      }
    >
      {isOpen && (
        <Section title={edited ? text.edit(edited.code) : text.adding}>
          <StructureForm key={open} structure={edited ?? EMPTY} all={structures} close={() => setOpen(null)} />
        </Section>
      )}
      <Section title={text.list} count={structures.length}>
        {structures.length === 0 ? (
          <Empty what={text.none[0]} how={text.none[1]} />
        ) : (
          <Ledger>
            <Table.Thead>
              <Table.Tr>
                <Table.Td />
                <Table.Th>{text.columns.code}</Table.Th>
                <Table.Th>{text.columns.name}</Table.Th>
                <Table.Th>{text.columns.days}</Table.Th>
                <Table.Th>{text.columns.components}</Table.Th>
                <Table.Th data-number>{text.columns.contracts}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {structures.map((one) => (
                <Table.Tr key={one.code}>
                  <Table.Td />
                  <Table.Td>
                    <Button variant="subtle" aria-label={text.edit(one.code)} onClick={() => setOpen(one.code)}>
                      {one.code}
                    </Button>
                  </Table.Td>
                  <Table.Td>{one.name}</Table.Td>
                  <Table.Td data-quiet className={classes.wraps}>
                    {[text.days[one.day_count], one.exclude_holidays && text.withoutHolidays]
                      .filter(Boolean)
                      .join(', ')}
                  </Table.Td>
                  <Table.Td data-quiet>{one.components.join(', ')}</Table.Td>
                  <Table.Td data-number>{one.contracts}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Ledger>
        )}
      </Section>
    </SettingsPage>
  )
}

function StructureForm({ structure, all, close }: { structure: Structure; all: Structure[]; close: () => void }) {
  const [typed, setTyped] = useState(structure)
  const save = useAct('payroll.save_structures', { done: close })
  const mayChange = useMay('manager')
  const components = useAsk('payroll.components', {}).data?.items ?? []
  const others = all.filter((one) => one.code !== structure.code)
  const set = (patch: Partial<Structure>) => setTyped({ ...typed, ...patch })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ items: [...others, typed] })
  }
  return (
    <form onSubmit={submit}>
      <fieldset className={classes.form} disabled={!mayChange} aria-label={structure.code || text.adding}>
        <TextInput
          label={text.code}
          required
          withAsterisk={false}
          readOnly={structure.code !== ''}
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
              <Button onClick={() => save.mutate({ items: others })}>{words.payRules.remove}</Button>
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
