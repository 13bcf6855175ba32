import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import { ForRole } from '../../app/lock/for-role'
import { useAsk } from '../../app/office'
import { Ledger } from '../../components/ledger'
import { Section } from '../../components/section'
import { words } from '../../words/en'
import { SettingsPage } from '../settings-page'
import { ComponentForm } from './component-form'
import type { Component } from './draft'
import classes from './pay.module.css'

const text = words.payRules.components

/** What pay is made of; a row opens to its fields. */
export function ComponentsPage() {
  const components = useAsk('payroll.components', {}).data?.items
  const currency = useAsk('office.read_setting', { setting: 'office' }).data?.currency
  const [open, setOpen] = useState<string | null>(null)
  if (!components || currency === undefined) return null
  const edited = components.find((one) => one.code === open) ?? null
  const isOpen = open !== null && (edited !== null || open === '')
  return (
    <SettingsPage
      title={words.settings.pages.components}
      note={text.note}
      tools={
        <ForRole needed="manager">
          <Button onClick={() => setOpen('')}>{text.add}</Button>
        </ForRole>
      }
    >
      {isOpen && (
        <Section title={edited ? text.edit(edited.name) : text.adding}>
          <ComponentForm
            key={open}
            component={edited}
            all={components}
            currency={String(currency)}
            close={() => setOpen(null)}
          />
        </Section>
      )}
      <Section title={text.list} count={components.length}>
        <Ledger className={classes.components}>
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              <Table.Th>{text.columns.code}</Table.Th>
              <Table.Th>{text.columns.name}</Table.Th>
              <Table.Th>{text.columns.kind}</Table.Th>
              <Table.Th>{text.columns.how}</Table.Th>
              <Table.Th>{text.columns.who}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {components.map((one) => (
              <Table.Tr key={one.code} data-selected={one.code === open || undefined}>
                <Table.Td />
                <Table.Td className={classes.code}>{one.code}</Table.Td>
                <Table.Td>
                  <Button
                    className={classes.edit ?? ''}
                    variant="subtle"
                    aria-label={text.edit(one.name)}
                    onClick={() => setOpen(one.code)}
                  >
                    {one.name}
                  </Button>
                </Table.Td>
                <Table.Td data-quiet>{text.kinds[one.kind]}</Table.Td>
                <Table.Td data-quiet className={classes.wraps}>
                  {howInWords(one)}
                </Table.Td>
                <Table.Td data-quiet className={classes.wraps}>
                  {whoInWords(one)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Ledger>
      </Section>
    </SettingsPage>
  )
}

function howInWords(one: Component): string {
  if (one.method === 'formula') return one.formula ?? ''
  const how = text.methods[one.method] ?? one.method
  const of = one.base.length > 0 ? `: ${one.base.join(' + ')}` : ''
  const rate = one.rate_ppm !== null ? `, ${one.rate_ppm / 10_000} %` : ''
  return `${how}${of}${rate}${one.rate_table === null ? '' : `, ${one.rate_table}`}`
}

function whoInWords(one: Component): string {
  if (!one.active) return text.off
  if (one.structures !== null) return one.structures.join(', ')
  return one.one_off ? text.oneOff : text.everybody
}
