import { expect, test } from 'vitest'
import { stageAhead } from '../../../jobs/imports/checking/stage-ahead'

/** An office that writes a chunk when the test lets it. */
function slowOffice() {
  const written: string[] = []
  const waiting: { chunk: string[]; done(error?: Error): void }[] = []
  const stage = (chunk: string[]) =>
    new Promise<void>((resolve, reject) => {
      const done = (error?: Error) => {
        if (error) return reject(error)
        written.push(...chunk)
        resolve()
      }
      waiting.push({ chunk, done })
    })
  return { written, waiting, staging: stageAhead<string>({ stage }) }
}

test('a chunk is handed over at once, and the next one only when it is written', async () => {
  const { written, waiting, staging } = slowOffice()
  await staging.put(['a'])
  let isSecondUnderWay = false
  const second = staging.put(['b']).then(() => {
    isSecondUnderWay = true
  })
  await Promise.resolve()
  expect(waiting.map(({ chunk }) => chunk)).toEqual([['a']])
  expect(isSecondUnderWay).toBe(false)
  waiting[0]?.done()
  await second
  expect(waiting.map(({ chunk }) => chunk)).toEqual([['a'], ['b']])
  const end = staging.end()
  waiting[1]?.done()
  await end
  expect(written).toEqual(['a', 'b'])
})

test('a chunk that could not be written is heard at the next one, or at the end', async () => {
  const early = slowOffice()
  await early.staging.put(['a'])
  early.waiting[0]?.done(new Error('full'))
  await expect(early.staging.put(['b'])).rejects.toThrow('full')
  expect(early.waiting).toHaveLength(1)

  const late = slowOffice()
  await late.staging.put(['a'])
  late.waiting[0]?.done(new Error('full'))
  await expect(late.staging.end()).rejects.toThrow('full')
})
