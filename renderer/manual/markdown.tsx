import { Fragment, type ReactNode } from 'react'

/** A block of a page of the manual, as `docs/` writes them: what else Markdown has is not used there. */
export type Block =
  | { kind: 'heading' | 'paragraph'; text: string }
  | { kind: 'list'; isOrdered: boolean; items: string[] }
  | { kind: 'table'; rows: string[][] }

const ITEM = /^(?:-|\d+\.) /

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  for (const line of text.split('\n')) {
    const last = blocks.at(-1)
    const isListed = ITEM.test(line)
    const isOrdered = /^\d/.test(line)
    if (line.startsWith('#')) blocks.push({ kind: 'heading', text: line.replace(/^#+ /, '') })
    else if (isListed && last?.kind === 'list' && last.isOrdered === isOrdered) last.items.push(line.replace(ITEM, ''))
    else if (isListed) blocks.push({ kind: 'list', isOrdered, items: [line.replace(ITEM, '')] })
    else if (line.startsWith('|')) {
      const cells = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
      if (cells.every((cell) => /^:?-*:?$/.test(cell))) continue // the head's rule, or a head without words
      if (last?.kind === 'table') last.rows.push(cells)
      else blocks.push({ kind: 'table', rows: [cells] })
    } else if (line.trim() !== '') blocks.push({ kind: 'paragraph', text: line })
  }
  return blocks
}

export const Markdown = ({ text }: { text: string }) =>
  blocksOf(text).map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a page's blocks never move
    <Fragment key={index}>{drawn(block)}</Fragment>
  ))

function drawn(block: Block): ReactNode {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.text}</h2>
    case 'paragraph':
      return <p>{inline(block.text)}</p>
    case 'list': {
      const items = block.items.map((item) => <li key={item}>{inline(item)}</li>)
      return block.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'table':
      return (
        <table>
          <tbody>
            {block.rows.map(([first = '', ...rest]) => (
              <tr key={first}>
                <th scope="row">{inline(first)}</th>
                {rest.map((cell) => (
                  <td key={cell}>{inline(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
  }
}

/** Code, strong and emphasised words within a line. */
function inline(text: string): ReactNode {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*)/).map((part, index) => {
    const key = `${index} ${part}`
    if (part.startsWith('`')) return <code key={key}>{part.slice(1, -1)}</code>
    if (part.startsWith('**')) return <strong key={key}>{part.slice(2, -2)}</strong>
    return /^\*[^*]+\*$/.test(part) ? <em key={key}>{part.slice(1, -1)}</em> : part
  })
}
