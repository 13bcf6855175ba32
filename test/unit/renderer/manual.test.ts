import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { blocksOf } from '../../../renderer/manual/markdown'
import { manualPages } from '../../../renderer/manual/pages'

const written = manualPages.map(({ path: name }) => fs.readFileSync(path.resolve('docs', `${name}.md`), 'utf8'))

test('every page of the manual has a title and is read whole: no mark of its notation is left', () => {
  for (const text of written) {
    expect(text).toMatch(/^# \S/)
    const blocks = blocksOf(text.replace(/^# .+\n/, ''))
    const texts = blocks.flatMap((block) =>
      block.kind === 'list' ? block.items : block.kind === 'table' ? block.rows.flat() : [block.text],
    )
    expect(texts.length).toBeGreaterThan(5)
    // Links, pictures and quotes are what it does not know; the rest is taken off within a line.
    for (const one of texts) expect(one).not.toMatch(/^[#>-] |\]\(|^\||```/)
    for (const one of texts) expect((one.match(/`/g) ?? []).length % 2).toBe(0)
  }
})

test('lists, tables and paragraphs are told apart', () => {
  expect(blocksOf('## A\ntext\n\n- one\n- two\n\n1. first\n\n| | |\n| --- | --- |\n| a | b |')).toEqual([
    { kind: 'heading', text: 'A' },
    { kind: 'paragraph', text: 'text' },
    { kind: 'list', isOrdered: false, items: ['one', 'two'] },
    { kind: 'list', isOrdered: true, items: ['first'] },
    { kind: 'table', rows: [['a', 'b']] },
  ])
})
