import { expect, test } from 'vitest'
import { chainOrder } from '../../../jobs/engine/chain-order'
import { Problem } from '../../../jobs/values/problem'

const names = (steps: { step?: string; after?: string }[]) => chainOrder(steps).map((one) => one.step)
function refusal(steps: { step?: string; after?: string }[]) {
  try {
    chainOrder(steps)
  } catch (error) {
    if (error instanceof Problem) return error.reason
  }
  return null
}

test('steps that name no other follow the one before them', () => {
  expect(names([{ step: 'a' }, { step: 'b' }, { step: 'c' }])).toEqual(['a', 'b', 'c'])
})

test('steps that name the one they follow stand behind it, wherever they are in the list', () => {
  const steps = [{ step: 'c', after: 'b' }, { step: 'b', after: 'a' }, { step: 'x' }, { step: 'a', after: 'x' }]
  expect(refusal(steps)?.code).toBe('engine.chain_forks') // x follows b, as c does
  expect(names([{ step: 'a' }, { step: 'c', after: 'b' }, { step: 'b', after: 'a' }])).toEqual(['a', 'b', 'c'])
})

test('an empty chain, one that goes round, forks, follows nothing or names a step twice is refused by name', () => {
  expect(refusal([])).toEqual({ code: 'engine.batch_empty', params: { kind: 'chain' } })
  expect(
    refusal([
      { step: 'a', after: 'b' },
      { step: 'b', after: 'a' },
    ]),
  ).toEqual({
    code: 'engine.chain_cyclic',
    params: { steps: 'a → b → a' },
  })
  expect(refusal([{ step: 'a', after: 'a' }])?.params).toEqual({ steps: 'a → a' })
  expect(refusal([{ step: 'a' }, { step: 'b', after: 'c' }, { step: 'c', after: 'b' }])?.params).toEqual({
    steps: 'b → c → b',
  })
  expect(refusal([{ step: 'a' }, { step: 'b', after: 'a' }, { step: 'c', after: 'a' }])).toEqual({
    code: 'engine.chain_forks',
    params: { step: 'a', one: 'b', other: 'c' },
  })
  expect(refusal([{ step: 'a' }, { step: 'b', after: 'z' }])?.code).toBe('engine.chain_no_step')
  expect(refusal([{ step: 'a' }, { step: 'a', after: 'a' }])).toMatchObject({ code: 'engine.chain_twice' })
})
