import { useRef, useState } from 'react'
import { useClient } from '../../app/office'
import { words } from '../../words/en'
import type { GridColumn } from './columns'
import { textOf } from './grid-cell'
import { type ImportRow, type Layout, rowFurther } from './layout'
import { type PastedAt, type PastedCell, pastedCells } from './paste'
import type { RowStore } from './row-store'

type Typed = PastedCell
/** More rows than these the office types over as a task, a step of its own that can be taken back. */
const FEW_ROWS = 200

const keyOf = (row: number, column: string) => `${row} ${column}`

/**
 * What was typed goes to the office; until it answers, the cell shows what was typed. Ctrl-Z takes the last back, be it
 * typed or a step of many rows.
 */
export function useTyping(
  id: number,
  list: { layout: Layout | null; store: RowStore | null; layOut(): void },
  /** Something was done to many rows at once, and can be taken back. */
  hasStep: boolean,
) {
  const client = useClient()
  const [pending, setPending] = useState<Record<string, string>>({})
  const [error, setError] = useState<unknown>(null)
  const [said, setSaid] = useState<string | null>(null)
  const done = useRef<(Typed[] | 'step')[]>([])
  const turn = useRef<Promise<void>>(Promise.resolve())
  // It may be laid out anew while the office answers.
  const latest = useRef(list)
  latest.current = list

  // One after the other: what was typed last into a cell is what the office hears last of it.
  const send = (cells: Typed[]): void => {
    if (cells.length === 0) return
    const sent = Object.fromEntries(cells.map((one) => [keyOf(one.row, one.column), one.value]))
    setPending((now) => ({ ...now, ...sent }))
    turn.current = turn.current.then(() => fix(cells, sent))
  }
  const fix = async (cells: Typed[], sent: Record<string, string>): Promise<void> => {
    try {
      const mending = client.call('imports.fix_cells', { id, cells })
      latest.current.store?.waitFor(mending)
      const { items } = await mending
      const { store, layout } = latest.current
      store?.put(items, layout?.groups ?? [])
      setError(null)
    } catch (refused) {
      setError(refused)
    } finally {
      setPending((now) => Object.fromEntries(Object.entries(now).filter(([key, value]) => sent[key] !== value)))
    }
  }

  const takeBackStep = (): void => {
    const last = done.current.lastIndexOf('step')
    if (last >= 0) done.current.splice(last, 1)
    turn.current = turn.current.then(async () => {
      try {
        await client.call('imports.take_back', { id })
        list.layOut()
        setError(null)
      } catch (refused) {
        setError(refused)
      }
    })
  }

  const type = (cells: { row: ImportRow; column: GridColumn; value: string }[]): void => {
    const changed = cells.filter(({ row, column, value }) => shown(row, column) !== value.trim())
    if (changed.length === 0) return
    done.current.push(
      changed.map(({ row, column }) => ({ row: row.row, column: column.name, value: shown(row, column) })),
    )
    send(changed.map(({ row, column, value }) => ({ row: row.row, column: column.name, value })))
  }

  const paste = async (text: string, at: PastedAt): Promise<void> => {
    const { cells, rows, beyond } = await pastedCells(text, at)
    const { paste: told } = words.imports.check
    setSaid(beyond.rows + beyond.columns > 0 ? told.beyond(beyond.rows, beyond.columns) : null)
    if (rows > FEW_ROWS) {
      setSaid(told.going(cells.length))
      await client.call('imports.fix_cells', { id, cells })
      done.current.push('step')
      return
    }
    const { layout, store, columns, active } = at
    await store.want(layout, active.index, rowFurther(layout, active.index, rows - 1))
    const held = store.byNumber()
    type(
      cells.flatMap(({ row: n, column: name, value }) => {
        const row = held.get(n)
        const column = columns.find((one) => one.name === name)
        return row && column ? [{ row, column, value }] : []
      }),
    )
  }

  const shown = (row: ImportRow, column: GridColumn) => pending[keyOf(row.row, column.name)] ?? textOf(row, column)

  return {
    error,
    typedOver: (row: ImportRow, column: GridColumn) => pending[keyOf(row.row, column.name)],
    /** What is to be said of a paste. */
    said,
    type,
    paste: (text: string, at: PastedAt) => {
      if (text === '') return
      turn.current = turn.current.then(() => {
        setError(null)
        return paste(text, at).catch((refused: unknown) => {
          setSaid(null)
          setError(refused)
        })
      })
    },
    noteStep: () => void done.current.push('step'),
    takeBackStep,
    takeBack: () => {
      const last = done.current.at(-1)
      if (last === 'step' || (last === undefined && hasStep)) return takeBackStep()
      done.current.pop()
      if (last) send(last)
    },
  }
}
