import { expect, test } from 'vitest'
import type { Command } from '../../../../jobs/api/cli/command'
import { facts, table } from '../../../../jobs/api/cli/output'
import { parseCommand } from '../../../../jobs/api/cli/parse'
import { UsageProblem } from '../../../../jobs/api/cli/usage'
import { toApiError } from '../../../../jobs/api/errors'

const commands: Command[] = [
  { words: ['health'], does: '', run: async () => 0 },
  {
    words: ['task', 'run'],
    args: ['NAME'],
    options: { queue: { value: 'Q', does: '' }, wait: { does: '' } },
    does: '',
    run: async () => 0,
  },
  { words: ['task', 'show'], args: ['ID'], does: '', run: async () => 0 },
  { words: ['backup'], args: ['[FILE]'], does: '', run: async () => 0 },
  { words: ['serve'], does: '', run: async () => 0 },
]

function refusal(...argv: string[]): string {
  try {
    parseCommand(argv, commands)
  } catch (error) {
    expect(error).toBeInstanceOf(UsageProblem)
    return toApiError(error as UsageProblem).message
  }
  throw new Error('it was taken')
}

test('a command is found by its words, its options read wherever they stand', () => {
  const { command, args, options } = parseCommand(
    ['task', 'run', '--wait', 'test.noop', '--queue', 'users', '--json'],
    commands,
  )
  expect(command?.words).toEqual(['task', 'run'])
  expect(args).toEqual(['test.noop'])
  expect(options).toMatchObject({ wait: true, queue: 'users', json: true })
})

test('global options may stand in front', () => {
  const { command, options } = parseCommand(['--data', '/tmp/x', '--json', 'health'], commands)
  expect(command?.words).toEqual(['health'])
  expect(options).toMatchObject({ data: '/tmp/x', json: true })
})

test('an argument in brackets may be left out', () => {
  expect(parseCommand(['backup'], commands).args).toEqual([])
  expect(parseCommand(['backup', 'x.db'], commands).args).toEqual(['x.db'])
})

test('what is used wrongly is told with the nearest right word', () => {
  expect(refusal('helth')).toBe('“daybook helth” is no command. Did you mean “health”?')
  expect(refusal('task', 'rn', 'x')).toContain('Did you mean “task run”?')
  expect(refusal('task')).toContain('It goes on with run, show.')
  expect(refusal('task', 'run', 'x', '--qeue', 'a')).toBe('--qeue is no option here. Did you mean “--queue”?')
  expect(refusal('task', 'run')).toBe('“daybook task run” needs NAME.')
  expect(refusal('task', 'show', '1', '2')).toBe('“daybook task show” does not know what “2” is for.')
  expect(refusal('task', 'run', 'x', '--queue')).toContain('--queue')
})

test('tables stand in columns, numbers on the right', () => {
  expect(
    table(
      ['id', 'task'],
      [
        [7, 'a'],
        [12, 'bcd'],
      ],
    ),
  ).toBe('id  task\n 7  a\n12  bcd')
  expect(table(['id'], [])).toBe('none')
  expect(
    facts([
      ['a', 1],
      ['long', null],
    ]),
  ).toBe('a     1\nlong  –')
})
