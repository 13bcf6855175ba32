import type { KeyboardEvent, RefObject } from 'react'
import { cellByKey } from '../../components/grid-keys'
import type { GridColumn } from './columns'
import type { Active } from './grid'
import { textOf } from './grid-cell'
import { firstRow, type ImportRow, type Layout, lastRow, rowFurther } from './layout'
import type { useTyping } from './use-typing'

const PAGE = 15

type KeysProps = {
  layout: Layout
  columns: GridColumn[]
  active: Active
  rowAt(index: number): ImportRow | undefined
  move(index: number, column: number): void
  editing: string | null
  setEditing(text: string | null): void
  commit(value: string): void
  typing: ReturnType<typeof useTyping>
  onLeave(): void
  box: RefObject<HTMLDivElement | null>
}

/** The keys of a spreadsheet. */
export function useKeys(props: KeysProps): (event: KeyboardEvent) => void {
  return (event) => {
    const isTaken = props.editing === null ? moving(event, props) : typingKeys(event, props)
    if (isTaken) event.preventDefault()
  }
}

function typingKeys(event: KeyboardEvent, { active, layout, columns, move, commit, setEditing, box }: KeysProps) {
  const input = event.target
  if (!(input instanceof HTMLInputElement) || event.nativeEvent.isComposing) return false
  const { key, shiftKey } = event
  if (key !== 'Enter' && key !== 'Tab' && key !== 'Escape') return false
  input.dataset.left = ''
  if (key === 'Escape') setEditing(null)
  else commit(input.value)
  box.current?.focus({ preventScroll: true })
  if (key === 'Enter') move(rowFurther(layout, active.index, shiftKey ? -1 : 1), active.column)
  if (key === 'Tab') tabTo(shiftKey ? -1 : 1, { active, layout, columns, move })
  event.stopPropagation()
  return true
}

function tabTo(
  by: 1 | -1,
  { active, layout, columns, move }: Pick<KeysProps, 'active' | 'layout' | 'columns' | 'move'>,
) {
  const column = active.column + by
  if (column >= 0 && column < columns.length) return move(active.index, column)
  const index = rowFurther(layout, active.index, by)
  if (index !== active.index) move(index, by > 0 ? 0 : columns.length - 1)
}

function moving(event: KeyboardEvent, props: KeysProps): boolean {
  const { active, layout, columns, move, rowAt, setEditing, typing } = props
  const { key, shiftKey, altKey } = event
  const isCommand = event.ctrlKey || event.metaKey
  const further = (row: number, by: number) => rowFurther(layout, row, by)
  const row = rowAt(active.index)
  const column = columns[active.column]
  if (altKey) return false
  if (isCommand && key.toLowerCase() === 'z') {
    typing.takeBack()
    return true
  }
  const [first, last] = [firstRow(layout), lastRow(layout)]
  const at = { row: active.index, column: active.column }
  const to = cellByKey(event, at, { columns: columns.length, first, last, page: PAGE, further })
  if (to) {
    move(to.row, to.column)
    return true
  }
  const deeds = new Map<string, () => unknown>([
    ['Enter', () => move(further(active.index, shiftKey ? -1 : 1), active.column)],
    ['Tab', () => tabTo(shiftKey ? -1 : 1, props)],
    ['Escape', () => props.onLeave()],
    ['F2', () => row && column && setEditing(textOf(row, column))],
    ['Delete', () => row && column && typing.type([{ row, column, value: '' }])],
    ['Backspace', () => row && column && setEditing('')],
  ])
  const deed = deeds.get(key)
  if (deed) {
    deed()
    return true
  }
  if (key.length !== 1 || isCommand || !row) return false
  setEditing(key)
  return true
}
