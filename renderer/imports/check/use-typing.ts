import { useRef, useState } from 'react'
import { useClient } from '../../app/office'
import type { GridColumn } from './columns'
import { textOf } from './grid-cell'
import type { ImportRow, Layout } from './layout'
import type { RowStore } from './row-store'

type Typed = { row: number; column: string; value: string }
const keyOf = (row: number, column: string) => `${row} ${column}`

/** What was typed goes to the office; until it answers, the cell shows what was typed. Ctrl-Z takes the last back. */
export function useTyping(id: number, list: { layout: Layout | null; store: RowStore | null }) {
  const client = useClient()
  const [pending, setPending] = useState<Record<string, string>>({})
  const [error, setError] = useState<unknown>(null)
  const done = useRef<Typed[][]>([])

  const send = async (cells: Typed[]): Promise<void> => {
    if (cells.length === 0) return
    const keys = cells.map(({ row, column }) => keyOf(row, column))
    setPending((now) => ({ ...now, ...Object.fromEntries(cells.map((one, i) => [keys[i], one.value])) }))
    try {
      const { items } = await client.call('imports.fix_cells', { id, cells })
      list.store?.put(items, list.layout?.groups ?? [])
      setError(null)
    } catch (refused) {
      setError(refused)
    } finally {
      setPending((now) => Object.fromEntries(Object.entries(now).filter(([key]) => !keys.includes(key))))
    }
  }

  return {
    error,
    typedOver: (row: ImportRow, column: GridColumn) => pending[keyOf(row.row, column.name)],
    type: (cells: { row: ImportRow; column: GridColumn; value: string }[]) => {
      const changed = cells.filter(({ row, column, value }) => textOf(row, column) !== value.trim())
      if (changed.length === 0) return
      done.current.push(
        changed.map(({ row, column }) => ({ row: row.row, column: column.name, value: textOf(row, column) })),
      )
      void send(changed.map(({ row, column, value }) => ({ row: row.row, column: column.name, value })))
    },
    takeBack: () => void send(done.current.pop() ?? []),
  }
}
