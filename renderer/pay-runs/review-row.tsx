import { Table } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { useMay } from '../app/lock/use-session'
import { Amount, formatChange, formatMinor } from '../components/amount'
import { datesInWords } from '../components/dates'
import { words } from '../words/en'
import { becauseOf } from './because'
import { FixSalary, type SalaryDrafts } from './fix-salary'
import type { ReviewItem } from './review-table'
import classes from './review-table.module.css'

const text = words.payRuns.review
/** Error slips that a salary, typed here, mends. */
const SALARY_MISSING = new Set(['payroll.no_base_pay', 'payroll.no_contract', 'payroll.negative_base_pay'])

export const lacksSalary = ({ reason }: ReviewItem) => reason !== null && SALARY_MISSING.has(reason.code)

type ReviewRowProps = {
  item: ReviewItem
  run: Output<'payroll.run'>
  here: string
  isOpen: boolean
  compares: boolean
  index: number
  measure: (element: HTMLElement | null) => void
  drafts: SalaryDrafts
  recalculate: () => void
}

/** One person of the run: what they got last time, what they get now, and why. */
export function ReviewRow({ item, run, here, isOpen, compares, index, measure, drafts, recalculate }: ReviewRowProps) {
  const { before_minor: before, net_minor: net, reason } = item
  const mayMend = useMay('manager')
  const mayOpen = useMay('clerk')
  const isOpenRun = run.status === 'draft' || run.status === 'computing'
  const isMendable = mayMend && isOpenRun && lacksSalary(item)
  return (
    <Table.Tr ref={measure} data-index={index} data-selected={isOpen || undefined}>
      <Table.Td>{item.external_ref}</Table.Td>
      <Table.Td>
        <a className={classes.person} {...(mayOpen ? { href: `#/people/${item.employee_id}` } : {})}>
          {item.name}
        </a>
      </Table.Td>
      <Table.Td data-number data-quiet>
        {before !== null && <Amount minor={before} currency={run.currency} />}
      </Table.Td>
      <Table.Td data-number className={classes.net}>
        {net !== null && item.slip_id !== null && (
          <a
            className={classes.explain}
            href={`${here}/explain/${item.slip_id}/NET`}
            aria-expanded={isOpen}
            aria-label={text.explain(net === 0 ? '–' : formatMinor(net, run.currency), item.name)}
          >
            <Amount minor={net} currency={run.currency} />
          </a>
        )}
      </Table.Td>
      <Table.Td data-number>{compares && before !== null && net !== null && formatChange(before, net)}</Table.Td>
      <Table.Td>
        <div className={classes.because}>
          <span className={classes.reason}>
            {reason
              ? datesInWords(`${reason.message}${isMendable ? '' : ` ${reason.fix}`}`)
              : becauseOf(item, run.currency, compares)}
          </span>
          {isMendable && <FixSalary item={item} run={run} drafts={drafts} recalculate={recalculate} />}
        </div>
      </Table.Td>
    </Table.Tr>
  )
}
