import type { ListedOffice } from '../../../jobs/api/page-bridge'
import type { MarkName } from '../../components/mark'
import { taskInWords, words } from '../../words/en'

const { offices: text } = words

const MARKS: Record<ListedOffice['standing'], MarkName> = {
  open: 'done',
  background: 'running',
  starting: 'waiting',
  closing: 'waiting',
  closed: 'paused',
  missing: 'failed',
  locked: 'failed',
  newer: 'failed',
  stopped: 'failed',
}

/** How an office stands: the mark and its word. */
export const markOf = ({ standing }: ListedOffice): { state: MarkName; word: string } => ({
  state: MARKS[standing],
  word: text.standings[standing],
})

/** What it waits for while it closes: “Closing: Compute a pay run, 120 of 300”. */
export const closingLine = ({ closing }: ListedOffice): string =>
  text.closingWith((closing ?? []).map(({ task, n, progress }) => text.closingTask(taskInWords(task), n, progress)))

/** The same in one line, with what runs in it and what waits for a person. */
export function standingLine(office: ListedOffice): string {
  const { running, needs, isAttached, closing } = office
  if (closing) return closingLine(office)
  return [
    markOf(office).word,
    isAttached ? text.attached : '',
    running > 0 ? text.running(running) : '',
    needs > 0 ? text.needs(needs) : '',
  ]
    .filter(Boolean)
    .join(', ')
}
