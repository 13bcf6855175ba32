import { useAsk } from '../../app/office'
import { words } from '../../words/en'
import { ComponentForm } from './component-form'
import type { Component } from './draft'
import { type PayColumn, PayList } from './pay-list'

const text = words.payRules.components

const columns: PayColumn<Component>[] = [
  { name: text.columns.code, cell: (one) => one.code, look: 'code', width: 144 },
  { name: text.columns.name, cell: (one) => one.name, opens: (one) => text.edit(one.name), look: 'wraps' },
  { name: text.columns.kind, cell: (one) => text.kinds[one.kind], quiet: true, width: 136 },
  { name: text.columns.how, cell: howInWords, quiet: true, look: 'wraps' },
  { name: text.columns.who, cell: whoInWords, quiet: true, look: 'wraps', width: 176 },
]

/** What pay is made of; a row opens to its fields. */
export function ComponentsPage() {
  const components = useAsk('payroll.components', {}).data?.items
  const currency = useAsk('office.read_setting', { setting: 'office' }).data?.currency
  if (!components || currency === undefined) return null
  return (
    <PayList
      title={words.settings.pages.components}
      note={text.note}
      words={text}
      rows={components}
      codeOf={(one) => one.code}
      columns={columns}
      editing={(one) => text.edit(one.name)}
      form={(component, close) => (
        <ComponentForm component={component} all={components} currency={String(currency)} close={close} />
      )}
    />
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
