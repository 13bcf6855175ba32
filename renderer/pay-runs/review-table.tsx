import { Button, Table } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import { useMay } from '../app/lock/use-session'
import { useAsk } from '../app/office'
import { Amount, formatChange } from '../components/amount'
import { spanOf } from '../components/dates'
import { Ledger } from '../components/ledger'
import { Mark, type MarkName } from '../components/mark'
import { words } from '../words/en'
import type { SalaryDrafts } from './fix-salary'
import { lacksSalary, ReviewRow } from './review-row'
import classes from './review-table.module.css'

const text = words.payRuns.review
type Review = Output<'payroll.review'>
export type ReviewItem = Review['items'][number]

const marks: Record<ReviewItem['group'], MarkName> = {
  errors: 'failed',
  nothing_paid: 'needs',
  unexplained: 'needs',
  new_account: 'needs',
  joiners: 'added',
  leavers: 'skipped',
  raises: 'changed',
  drops: 'changed',
  rest: 'done',
}

type ReviewTableProps = {
  run: Output<'payroll.run'>
  here: string
  /** The slip whose explanation stands open beside. */
  open: number | null
  recalculate: () => void
}

type Line = { kind: 'group'; group: ReviewItem['group']; count: number } | { kind: 'person'; item: ReviewItem }

/** What is unexplained comes first; what hardly changed is one line. */
export function ReviewTable({ run, here, open, recalculate }: ReviewTableProps) {
  // Beside the regular run there is mostly nobody to compare with: then everybody is shown.
  const [rest, setRest] = useState(run.kind !== 'regular')
  const review = useAsk('payroll.review', { id: run.id, rest }).data
  const drafts = useRef<SalaryDrafts>(new Map())
  const head = useRef<HTMLTableSectionElement>(null)
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const isThere = review !== undefined
  useEffect(() => {
    if (isThere) setScroller(head.current?.closest('section') ?? null)
  }, [isThere])
  const lines = review ? linesOf(review.items) : []
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller,
    // By person, so that a salary that is being typed stays beside its own when the run is computed again.
    getItemKey: (index) => keyOfLine(lines[index]),
    estimateSize: (index) => (lines[index]?.kind === 'group' ? 36 : 32),
    overscan: 30,
  })
  if (!review) return null
  const { before, totals } = review
  const items = virtual.getVirtualItems()
  const above = items[0]?.start ?? 0
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <Ledger className={[classes.table, open === null ? '' : classes.narrowed].join(' ')}>
      <Table.Thead ref={head}>
        <Table.Tr>
          <Table.Th>{text.number}</Table.Th>
          <Table.Th className={classes.name}>{text.employee}</Table.Th>
          {before ? (
            <Table.Th className={classes.before} data-number>
              {text.before(spanOf(before.start_date, before.end_date), run.currency)}
            </Table.Th>
          ) : (
            <Table.Td className={classes.blank} />
          )}
          <Table.Th className={classes.amount} data-number>
            {text.net(run.currency)}
          </Table.Th>
          {before ? (
            <Table.Th className={classes.change} data-number>
              {text.change}
            </Table.Th>
          ) : (
            <Table.Td className={classes.blank} />
          )}
          <Table.Th>{text.because}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        <Space height={above} />
        {items.map(({ index, key }) => {
          const line = lines[index]
          if (!line) return null
          if (line.kind === 'group')
            return (
              <GroupRow
                key={key}
                group={line.group}
                count={line.count}
                compares={before !== null}
                lackSalary={run.status === 'draft' ? review.items.filter(lacksSalary).length : 0}
              />
            )
          return (
            <ReviewRow
              key={key}
              measure={virtual.measureElement}
              index={index}
              item={line.item}
              run={run}
              here={here}
              isOpen={line.item.slip_id !== null && line.item.slip_id === open}
              compares={before !== null}
              drafts={drafts.current}
              recalculate={recalculate}
            />
          )
        })}
        <Space height={below} />
        {review.rest.people > 0 && (
          <RestRow review={review} currency={run.currency} isShown={rest} toggle={() => setRest(!rest)} />
        )}
        <Table.Tr data-total>
          <Table.Td />
          <Table.Td>{text.total(totals.people)}</Table.Td>
          <Table.Td data-number>
            {before && <Amount minor={before.totals.net_minor} currency={run.currency} />}
          </Table.Td>
          <Table.Td data-number>
            <Amount minor={totals.net_minor} currency={run.currency} />
          </Table.Td>
          <Table.Td data-number>{before && formatChange(before.totals.net_minor, totals.net_minor)}</Table.Td>
          <Table.Td />
        </Table.Tr>
      </Table.Tbody>
    </Ledger>
  )
}

const keyOfLine = (line: Line | undefined) =>
  line?.kind === 'person' ? `person ${line.item.employee_id}` : `group ${line?.group}`

function linesOf(items: ReviewItem[]): Line[] {
  const lines: Line[] = []
  let group = ''
  for (const item of items) {
    if (item.group !== group && item.group !== 'rest') {
      const count = items.filter((one) => one.group === item.group).length
      lines.push({ kind: 'group', group: item.group, count })
    }
    group = item.group
    lines.push({ kind: 'person', item })
  }
  return lines
}

const Space = ({ height }: { height: number }) =>
  height <= 0 ? null : (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it holds nothing and takes no focus
    <tr aria-hidden="true">
      <td colSpan={6} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )

type GroupRowProps = { group: ReviewItem['group']; count: number; compares: boolean; lackSalary: number }

function GroupRow({ group, count, compares, lackSalary }: GroupRowProps) {
  const mayImport = useMay('manager')
  const [name, note] = text.groups[group] ?? ['', '']
  return (
    <Table.Tr data-group>
      <Table.Td>{count} ×</Table.Td>
      <Table.Td colSpan={5}>
        <Mark state={marks[group]} word={name} />
        {(compares || group === 'errors') && <span className={classes.note}>{note}</span>}
        {group === 'errors' && lackSalary > 1 && mayImport && (
          <a className={classes.file} href="#/imports/new">
            {text.salaryFile(lackSalary)}
          </a>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

type RestRowProps = { review: Review; currency: string; isShown: boolean; toggle: () => void }

function RestRow({ review: { rest, before }, currency, isShown, toggle }: RestRowProps) {
  const [name, note] = text.groups.rest ?? ['', '']
  return (
    <Table.Tr>
      <Table.Td>{rest.people} ×</Table.Td>
      <Table.Td>
        <Mark state="done" word={before ? name : text.total(rest.people)} />
      </Table.Td>
      <Table.Td data-number data-quiet>
        {before && <Amount minor={rest.before_minor} currency={currency} />}
      </Table.Td>
      <Table.Td data-number className={classes.net}>
        <Amount minor={rest.net_minor} currency={currency} />
      </Table.Td>
      <Table.Td data-number data-quiet>
        {before && formatChange(rest.before_minor, rest.net_minor)}
      </Table.Td>
      <Table.Td>
        <div className={classes.because}>
          <span className={classes.reason}>{before ? note : text.restFirst}</span>
          <Button variant="subtle" aria-expanded={isShown} onClick={toggle}>
            {isShown ? text.hide : text.show}
          </Button>
        </div>
      </Table.Td>
    </Table.Tr>
  )
}
