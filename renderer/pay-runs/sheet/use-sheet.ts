import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Output } from '../../../jobs/api/contract'
import { useClient } from '../../app/office'
import type { SheetAddress } from './sheet-address'

export type Sheet = Output<'payroll.sheet'>
export type SheetPerson = Sheet['items'][number]
export type SheetCell = SheetPerson['cells'][number]
const PAGE = 100

/** The comparison with as many of its people as have been scrolled to. */
export function useSheet({ runId, show, q }: Pick<SheetAddress, 'runId' | 'show' | 'q'>) {
  const client = useClient()
  const pages = useInfiniteQuery({
    queryKey: ['payroll.sheet', { runId, show, q }],
    queryFn: ({ pageParam }) => client.call('payroll.sheet', { id: runId, show, q, cursor: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  })
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = pages
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, hasNextPage, isFetchingNextPage])
  return {
    sheet: pages.data?.pages[0],
    people: pages.data?.pages.flatMap((page) => page.items) ?? [],
    error: pages.error,
    more,
  }
}
