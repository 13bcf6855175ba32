import { expect, test } from 'vitest'
import { typedSince } from '../../../renderer/components/use-fields'

test('what was sent is no longer typed over a setting, and what was typed on while it was being saved still is', () => {
  const sent = { name: 'Lane & Daughters', currency: 'EUR', by_task: { 'notify.deliver_mail': 30 } }
  const typed = { ...sent, by_task: { 'notify.deliver_mail': 30 } }
  expect(typedSince(typed, sent)).toEqual({})
  expect(typedSince({ ...typed, name: 'Lane & Daughters Ltd' }, sent)).toEqual({ name: 'Lane & Daughters Ltd' })
  expect(typedSince<Record<string, unknown>>({ ...typed, address: '4 Lane' }, sent)).toEqual({ address: '4 Lane' })
  expect(typedSince<Record<string, unknown>>({ name: '' }, { name: undefined })).toEqual({ name: '' })
})
