import type { Output } from '../../jobs/api/contract'
import type { MarkName } from '../components/mark'
import { taskMarks } from '../tasks/marks'
import { words } from '../words/en'

export type Schedule = Output<'schedules.get'>
type Occurrence = Schedule['occurrences'][number]

const MINUTE_S = 60
const text = words.schedules.page

/** The letters of a strip, oldest first. */
export const stripOf = (schedule: Schedule): string =>
  schedule.occurrences.slice(0, 30).map(letterOf).reverse().join('').padStart(30, '.')

function letterOf(one: Occurrence): string {
  if (one.state === 'skipped' || one.state === 'coalesced') return 's'
  if (one.state === 'queued') return 'r'
  if (one.task_state === null) return 'k'
  if (one.task_state === 'FAILURE' || one.task_state === 'REVOKED' || one.task_state === 'EXPIRED') return 'f'
  if (one.task_state !== 'SUCCESS') return 'r'
  return one.late_s > MINUTE_S ? 'l' : 'd'
}

/** How an occurrence went: its mark, its word, and the reason where there is one. */
export function outcomeOf(one: Occurrence): { mark: MarkName; word: string; why: string } {
  const late = one.late_s > MINUTE_S ? text.late(Math.round(one.late_s / MINUTE_S)) : ''
  const why = one.reason?.message ?? (one.state === 'by_hand' ? text.byHand : late)
  if (one.state === 'skipped' || one.state === 'coalesced')
    return { mark: 'skipped', word: text.states[one.state] ?? '', why }
  if (one.state === 'queued') return { mark: 'waiting', word: text.states.queued ?? '', why }
  if (one.task_state === null) return { mark: 'skipped', word: text.gone, why }
  return { mark: taskMarks[one.task_state], word: words.states[one.task_state], why }
}

/** Whether the last occurrence that ran failed. */
export const failedLast = (schedule: Schedule): boolean =>
  schedule.occurrences.find((one) => one.task_state !== null)?.task_state === 'FAILURE'

export type Owner = 'own' | 'rule' | 'built'
export const ownerOf = ({ origin }: Schedule): Owner =>
  origin === 'built_in' ? 'built' : origin.startsWith('user:') ? 'own' : 'rule'
