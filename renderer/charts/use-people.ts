import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useClient } from '../app/office'
import type { ChartAsk } from './use-chart-ask'

const PAGE = 200

/** The people a month's charts count, read page by page. */
export function useChartPeople({ month = '', currency, department }: ChartAsk, q: string) {
  const client = useClient()
  const asked = { month, q, ...(currency && { currency }), ...(department && { department }) }
  const pages = useInfiniteQuery({
    queryKey: ['people.chart_people', asked],
    queryFn: ({ pageParam }) => client.call('people.chart_people', { ...asked, limit: PAGE, cursor: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last) => (last.next === null ? null : Number(last.next)),
    placeholderData: (before) => before,
    enabled: month !== '',
  })
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = pages
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, hasNextPage, isFetchingNextPage])
  return {
    asked,
    error: pages.error,
    isRead: pages.data !== undefined,
    rows: pages.data?.pages.flatMap((page) => page.items) ?? [],
    total: pages.data?.pages[0]?.total ?? 0,
    isAll: !hasNextPage,
    more,
  }
}
