import { type QueryKey, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Answer, nothingShown, renewed, type Shown, withHead, withPage, withRows } from './merge-pages'

type Question<Row> = {
  /** The method and its filter: another one begins the list anew. The method stands first, as events ask by it. */
  about: QueryKey
  /** One page; the first where there is no cursor. */
  ask: (cursor: string | undefined) => Promise<Answer<Row>>
  keyOf: (row: Row) => string
}

export type Pages<Row> = {
  rows: Row[]
  /** The first page has come. */
  isRead: boolean
  isAll: boolean
  error: Error | null
  newer: number
  isMoreNewer: boolean
  more: () => void
  /** While a row is focused or open, new rows wait above. */
  hold: (isHeld: boolean) => void
  /** Takes in what waits above. */
  showNewer: () => void
  /** The row at the top of what is seen: its page is the one that is asked again. */
  look: (index: number) => void
}

const LOOK_STEP = 50

/** A list that is read page by page as one scrolls; events ask the first page and the one that is seen again. */
export function usePages<Row>({ about, ask, keyOf }: Question<Row>): Pages<Row> {
  const identity = JSON.stringify(about)
  const [shown, setShown] = useState<Shown<Row> & { of: string }>({ ...nothingShown, of: '' })
  const [seen, setSeen] = useState(0)
  const held = useRef(false)
  const isAsking = useRef('')
  const cursors = useRef<{ from: number; cursor: string }[]>([])
  const now = useRef({ keyOf, identity, ask })
  now.current = { keyOf, identity, ask }

  const head = useQuery({ queryKey: [...about, 'head'], queryFn: () => ask(undefined) })
  const page = [...cursors.current].reverse().find(({ from }) => from <= seen)
  const inView = useQuery({
    queryKey: [...about, 'page', page?.cursor],
    queryFn: () => ask(page?.cursor),
    enabled: page !== undefined,
  })

  useEffect(() => {
    if (!head.data) return
    const answer = head.data
    setShown((before) => {
      if (before.of !== identity) {
        cursors.current = []
        return { ...withHead<Row>(nothingShown, answer, now.current.keyOf), of: identity }
      }
      const merge = held.current ? renewed : withHead
      return { ...merge(before, answer, now.current.keyOf), of: identity }
    })
  }, [head.data, identity])

  useEffect(() => {
    const items = inView.data?.items
    if (items) setShown((before) => ({ ...withRows(before, items, now.current.keyOf), of: before.of }))
  }, [inView.data])

  const { next } = shown
  const readRows = shown.rows.length
  const more = useCallback(() => {
    const mark = `${identity} ${next}`
    if (next === null || isAsking.current === mark) return
    isAsking.current = mark
    const cursor = String(next)
    now.current
      .ask(cursor)
      .then((answer) => {
        if (now.current.identity !== identity) return
        cursors.current.push({ from: readRows, cursor })
        setShown((before) => ({ ...withPage(before, answer, now.current.keyOf), of: before.of }))
      })
      .catch(() => {
        isAsking.current = ''
      })
  }, [identity, next, readRows])

  const { data: headAnswer } = head
  const showNewer = useCallback(() => {
    if (headAnswer) setShown((before) => ({ ...withHead(before, headAnswer, now.current.keyOf), of: before.of }))
  }, [headAnswer])

  const hold = useCallback(
    (isHeld: boolean) => {
      if (held.current && !isHeld) showNewer()
      held.current = isHeld
    },
    [showNewer],
  )
  const look = useCallback((index: number) => setSeen(Math.floor(index / LOOK_STEP) * LOOK_STEP), [])

  const isCurrent = shown.of === identity
  return {
    rows: isCurrent ? shown.rows : [],
    isRead: isCurrent,
    isAll: isCurrent && next === null,
    error: head.error,
    newer: shown.newer,
    isMoreNewer: shown.isMoreNewer,
    more,
    hold,
    showNewer,
    look,
  }
}
