import type { ListedOffice } from '../../../jobs/api/page-bridge'
import type { MarkName } from '../../components/mark'
import { words } from '../../words/en'

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
export const markOf = ({ standing, running }: ListedOffice): { state: MarkName; word: string } => ({
  state: MARKS[standing],
  word: standing === 'closing' ? text.closingWith(running) : text.standings[standing],
})

/** The same in one line, with what runs in it and what waits for a person. */
export function standingLine(office: ListedOffice): string {
  const { standing, running, needs, isAttached } = office
  const isClosing = standing === 'closing'
  return [
    markOf(office).word,
    isAttached ? text.attached : '',
    running > 0 && !isClosing ? text.running(running) : '',
    needs > 0 && !isClosing ? text.needs(needs) : '',
  ]
    .filter(Boolean)
    .join(', ')
}
