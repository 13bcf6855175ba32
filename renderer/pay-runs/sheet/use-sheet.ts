import type { Output } from '../../../jobs/api/contract'
import { useClient } from '../../app/office'
import { usePages } from '../../components/use-pages'
import type { SheetAddress } from './sheet-address'

export type Sheet = Output<'payroll.sheet'>
export type SheetPerson = Sheet['items'][number]
export type SheetCell = SheetPerson['cells'][number]
const PAGE = 100

/** The comparison with as many of its people as have been scrolled to. */
export function useSheet({ runId, show, q }: Pick<SheetAddress, 'runId' | 'show' | 'q'>) {
  const client = useClient()
  const { head, rows, error, more, look } = usePages<SheetPerson, Sheet>({
    about: ['payroll.sheet', { runId, show, q }],
    ask: (cursor) => client.call('payroll.sheet', { id: runId, show, q, cursor: Number(cursor ?? 0), limit: PAGE }),
    keyOf: ({ who }) => who,
  })
  return { sheet: head, people: rows, error, more, look }
}
