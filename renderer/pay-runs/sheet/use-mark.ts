import { useEffect, useMemo, useRef, useState } from 'react'
import type { Cell } from '../../components/grid-keys'

/** The cell the keyboard stands on, by whose and which it is: a list that comes anew may have it in another place. */
export type Mark = { who: string; column: string }

type Columns = readonly { key: string }[]
type People = readonly { who: string }[]

/** Where the marked cell stands now; null: its person or its column is no longer there. */
export function placeOfMark({ who, column }: Mark, columns: Columns, people: People): Cell | null {
  const row = people.findIndex((one) => one.who === who)
  const place = columns.findIndex((one) => one.key === column)
  return row < 0 || place < 0 ? null : { row, column: place }
}

/** `at`: where the mark stands, if it does; `from`: whence the keys go on, also where what was marked is gone. */
export function useMark(columns: Columns, people: People) {
  const markAt = ({ row, column }: Cell): Mark => ({
    who: people[row]?.who ?? '',
    column: columns[column]?.key ?? '',
  })
  const [mark, setMark] = useState(() => markAt({ row: 0, column: 0 }))
  const at = useMemo(() => placeOfMark(mark, columns, people), [mark, columns, people])
  const last = useRef<Cell>({ row: 0, column: 0 })
  useEffect(() => {
    if (at) last.current = at
  }, [at])
  const from = at ?? {
    row: Math.min(last.current.row, people.length - 1),
    column: Math.min(last.current.column, columns.length - 1),
  }
  return { at, from, mark, markAt, setMark }
}
