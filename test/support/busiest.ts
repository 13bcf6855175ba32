import type { Page } from 'playwright-core'

type Slice = { cat?: string; name?: string; ph?: string; tdur?: number; pid: number; tid: number }

/**
 * Records the page's own thread from now on; the answer is its longest single piece of work in milliseconds of computing.
 * No frame can be drawn while one runs. Time in which the computer did something else does not count.
 */
export async function busiest(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  const slices: Slice[] = []
  session.on('Tracing.dataCollected', ({ value }) => slices.push(...(value as unknown as Slice[])))
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', '__metadata'] },
    transferMode: 'ReportEvents',
  })
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
    await session.send('Tracing.end')
    await complete
    const threads = new Set(
      slices
        .filter((slice) => slice.ph === 'M' && slice.name === 'thread_name' && isPageThread(slice))
        .map(({ pid, tid }) => `${pid}/${tid}`),
    )
    const work = slices.filter(({ pid, tid, tdur }) => tdur !== undefined && threads.has(`${pid}/${tid}`))
    if (work.length === 0) throw new Error('nothing was recorded of the page’s thread')
    return work.reduce((longest, { tdur }) => Math.max(longest, tdur ?? 0), 0) / 1000
  }
}

const isPageThread = (slice: Slice): boolean => (slice as { args?: { name?: string } }).args?.name === 'CrRendererMain'
