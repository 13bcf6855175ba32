import { Button, Select, Table, Textarea, TextInput, VisuallyHidden } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Output } from '../../../jobs/api/contract'
import { ForRole } from '../../app/lock/for-role'
import { useMay } from '../../app/lock/use-session'
import { useAct, useAsk } from '../../app/office'
import { formatMinor } from '../../components/amount'
import { dayOf } from '../../components/dates'
import { Empty } from '../../components/empty'
import { Ledger } from '../../components/ledger'
import { Refusal } from '../../components/refusal'
import { Said } from '../../components/said'
import { Section } from '../../components/section'
import { useFields } from '../../components/use-fields'
import { words } from '../../words/en'
import { SettingsPage } from '../settings-page'
import classes from './pay.module.css'
import { percentText, readAmount, readBands, readPercent } from './typed'

const text = words.payRules.tables
type RateTable = Output<'payroll.rate_tables'>['items'][number]
type Kind = RateTable['kind']

/** Bands, rates and amounts by the day from which they hold. */
export function RateTablesPage() {
  const tables = useAsk('payroll.rate_tables', {}).data?.items
  const currency = useAsk('office.read_setting', { setting: 'office' }).data?.currency
  const remove = useAct('payroll.remove_rate_version')
  if (!tables || currency === undefined) return null
  const versions = tables.flatMap((table) => table.versions.map((version) => ({ table, version })))
  return (
    <SettingsPage title={words.settings.pages.rateTables} note={text.note} help="formulas">
      <Refusal error={remove.error} />
      <Section title={text.list} count={versions.length}>
        {versions.length === 0 ? (
          <Empty what={text.none[0]} how={text.none[1]} />
        ) : (
          <Ledger className={classes.list ?? ''}>
            <Table.Thead>
              <Table.Tr>
                <Table.Td />
                <Table.Th w={144}>{text.columns.code}</Table.Th>
                <Table.Th w={104}>{text.columns.from}</Table.Th>
                <Table.Th>{text.columns.says}</Table.Th>
                <Table.Th>{text.columns.source}</Table.Th>
                <Table.Th>{text.columns.use}</Table.Th>
                <Table.Th w={104}>
                  <VisuallyHidden>{text.columns.deed}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {versions.map(({ table, version }) => (
                <Table.Tr key={`${table.code} ${version.from}`}>
                  <Table.Td />
                  <Table.Td className={classes.code}>{table.code}</Table.Td>
                  <Table.Td>{dayOf(version.from)}</Table.Td>
                  <Table.Td className={classes.wraps}>{saysInWords(version, String(currency))}</Table.Td>
                  <Table.Td data-quiet className={classes.wraps}>
                    {version.source}
                  </Table.Td>
                  <Table.Td data-quiet className={classes.wraps}>
                    {table.used_by.join(', ')}
                  </Table.Td>
                  <Table.Td>
                    <ForRole needed="manager">
                      <Button
                        size="xs"
                        aria-label={text.removeOf(table.code, dayOf(version.from))}
                        onClick={() => remove.mutate({ code: table.code, from: version.from })}
                      >
                        {words.payRules.remove}
                      </Button>
                    </ForRole>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Ledger>
        )}
      </Section>
      <ForRole needed="manager" else={<p className={classes.quiet}>{words.payRules.onlyManagers}</p>}>
        <Section title={text.adding}>
          <VersionForm tables={tables} currency={String(currency)} />
        </Section>
      </ForRole>
    </SettingsPage>
  )
}

function saysInWords(version: RateTable['versions'][number], currency: string): string {
  if (version.rate_ppm !== null) return `${percentText(version.rate_ppm)} %`
  if (version.amount_minor !== null) return `${formatMinor(version.amount_minor, currency)} ${currency}`
  return (version.bands ?? [])
    .map(({ up_to_minor, rate_ppm }) => {
      const rate = percentText(rate_ppm)
      return up_to_minor === null ? text.bandRest(rate) : text.band(formatMinor(up_to_minor, currency), rate)
    })
    .join(', ')
}

const EMPTY = { code: '', name: '', kind: 'bands' as Kind, from: '', says: '', source: '' }

function VersionForm({ tables, currency }: { tables: RateTable[]; currency: string }) {
  const { typed, set, sending, taken } = useFields(EMPTY)
  const [wrong, setWrong] = useState<string | null>(null)
  const mayChange = useMay('manager')
  const save = useAct('payroll.save_rate_version', { done: taken })
  const known = tables.find((one) => one.code === typed.code.trim())
  const kind = known?.kind ?? typed.kind
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const says = { bands: null, rate_ppm: null, amount_minor: null }
    const { code, name, from, source } = typed
    sending()
    const send = <T,>(found: { value: T | null; wrong: string | null }, field: keyof typeof says) => {
      setWrong(found.wrong)
      if (found.wrong === null)
        save.mutate({
          code: code.trim(),
          name: name || (known?.name ?? ''),
          kind,
          from,
          source,
          ...says,
          [field]: found.value,
        })
    }
    if (kind === 'bands') send(readBands(typed.says, currency), 'bands')
    else if (kind === 'rate') send(readPercent(typed.says), 'rate_ppm')
    else send(readAmount(typed.says, currency), 'amount_minor')
  }
  const field = (name: 'code' | 'name' | 'from' | 'source', more: object) => (
    <TextInput
      {...more}
      withAsterisk={false}
      value={typed[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
  const components = words.payRules.components
  return (
    <form onSubmit={submit}>
      <fieldset className={classes.form} disabled={!mayChange} aria-label={text.adding}>
        {field('code', { label: text.code, description: text.codeHint, required: true })}
        {field('name', { label: text.name })}
        <Select
          label={text.kind}
          allowDeselect={false}
          disabled={known !== undefined}
          data={Object.entries(text.kinds).map(([value, label]) => ({ value, label }))}
          value={kind}
          onChange={(chosen) => set({ kind: (chosen ?? 'bands') as Kind, says: '' })}
        />
        {field('from', { label: text.from, type: 'date', required: true })}
        {kind === 'bands' ? (
          <Textarea
            className={`${classes.whole} ${classes.mono}`}
            label={components.bands}
            description={components.bandsHint}
            autosize
            minRows={4}
            error={wrong}
            value={typed.says}
            onChange={(event) => set({ says: event.currentTarget.value })}
          />
        ) : (
          <TextInput
            label={kind === 'rate' ? components.rate : components.amount(currency)}
            inputMode="decimal"
            error={wrong}
            value={typed.says}
            onChange={(event) => set({ says: event.currentTarget.value })}
          />
        )}
        <div className={classes.whole}>{field('source', { label: text.source, description: text.sourceHint })}</div>
        <div className={classes.actions}>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {words.payRules.save}
          </Button>
        </div>
        <div className={classes.whole}>
          <Said error={save.error} done={save.isSuccess && words.payRules.saved} />
        </div>
      </fieldset>
    </form>
  )
}
