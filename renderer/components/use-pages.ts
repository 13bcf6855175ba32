import { type QueryKey, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import {
  type Answer,
  nothingShown,
  renewed,
  type Shown,
  withHead,
  withPage,
  withPageAgain,
  withRows,
} from './merge-pages'

type Question<Row, Page extends Answer<Row>> = {
  /** The method and its filter: another one begins the list anew. The method stands first, as events ask by it. */
  about: QueryKey
  /** One page; the first where there is no cursor. */
  ask: (cursor: string | undefined) => Promise<Page>
  keyOf: (row: Row) => string
  /** False waits with asking. */
  when?: boolean
}

export type Pages<Row, Page> = {
  /** While another filter is asked, those of the one before: the list does not blink at every letter. */
  rows: Row[]
  /** The first page as it came. */
  head: Page | undefined
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
export function usePages<Row, Page extends Answer<Row> = Answer<Row>>({
  about,
  ask,
  keyOf,
  when = true,
}: Question<Row, Page>): Pages<Row, Page> {
  const identity = JSON.stringify(about)
  const [shown, setShown] = useState<Shown<Row> & { of: string }>({ ...nothingShown, of: '' })
  const [seen, setSeen] = useState(0)
  const held = useRef(false)
  const isAsking = useRef('')
  const cursors = useRef<{ from: number; after: string; cursor: string }[]>([])
  const now = useRef({ keyOf, identity, ask })
  now.current = { keyOf, identity, ask }

  const isCurrent = shown.of === identity
  const head = useQuery({ queryKey: [...about, 'head'], queryFn: () => ask(undefined), enabled: when })
  const firstPage = useRef(head.data)
  if (head.data) firstPage.current = head.data
  const page = isCurrent ? [...cursors.current].reverse().find(({ from }) => from <= seen) : undefined
  const pageAfter = page?.after
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
    const answer = inView.data
    if (!answer || pageAfter === undefined) return
    setShown((before) => {
      const { keyOf } = now.current
      const again = held.current
        ? withRows(before, answer.items, keyOf)
        : withPageAgain(before, pageAfter, answer, keyOf)
      return { ...again, of: before.of }
    })
  }, [inView.data, pageAfter])

  const { next } = shown
  const readRows = shown.rows.length
  const lastRow = shown.rows.at(-1)
  const lastKey = lastRow === undefined ? '' : keyOf(lastRow)
  const more = useCallback(() => {
    const mark = `${identity} ${next}`
    if (!isCurrent || next === null || isAsking.current === mark) return
    isAsking.current = mark
    const cursor = String(next)
    now.current
      .ask(cursor)
      .then((answer) => {
        if (now.current.identity !== identity) return
        cursors.current.push({ from: readRows, after: lastKey, cursor })
        setShown((before) => ({ ...withPage(before, answer, now.current.keyOf), of: before.of }))
      })
      .catch(() => {
        isAsking.current = ''
      })
  }, [identity, isCurrent, next, readRows, lastKey])

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

  return {
    rows: shown.rows,
    head: firstPage.current,
    isRead: shown.of !== '',
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
