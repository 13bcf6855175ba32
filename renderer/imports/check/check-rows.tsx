import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Output } from '../../../jobs/api/contract'
import { Refused } from '../../app/client'
import { useMay } from '../../app/lock/use-session'
import { useAct, useAsk } from '../../app/office'
import { Empty } from '../../components/empty'
import { Mark } from '../../components/mark'
import { Page } from '../../components/page'
import { words } from '../../words/en'
import { wasCancelled } from '../cancelled'
import { ImportSteps } from '../import-steps'
import { didOf } from '../imports'
import { Refusal } from '../refusal'
import { ApplyBar } from './apply-bar'
import classes from './check.module.css'
import { CheckAside } from './check-aside'
import { gridColumns } from './columns'
import { FixPanel } from './fix-panel'
import { type Active, Grid } from './grid'
import { type Cause, keyOfCause, placeAt } from './layout'
import { useList } from './use-list'
import { useTyping } from './use-typing'

/** What each row will do, errors first and by cause; cells are mended by typing. Nothing is written yet. */
export function CheckRows({ one, takesFocus }: { one: Output<'imports.get'>; takesFocus: boolean }) {
  const text = words.imports.check
  const { show = 'all' }: { show?: string } = useSearch({ strict: false })
  const navigate = useNavigate()
  const causes = useAsk('imports.causes', { id: one.import_id }).data?.items ?? []
  const currency = useAsk('office.read_setting', { setting: 'office' }).data?.currency
  const columns = useMemo(() => gridColumns(one, String(currency)), [one, currency])
  const list = useList(one.import_id, show)
  const typing = useTyping(one.import_id, list, one.last_step !== null)
  const [active, setActive] = useState<Active>({ index: 1, column: 0 })
  const [fixing, setFixing] = useState<Cause | null>(null)
  const [isReplacing, setReplacing] = useState(false)
  const main = useRef<HTMLButtonElement>(null)
  const apply = useAct('imports.apply')
  const mayMend = useMay('clerk')
  // The first cell that needs somebody is where the work begins; what is typed then moves nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each layout
  useEffect(() => {
    const first = list.layout && placeAt(list.layout, 1)
    const column = columns.findIndex(({ name }) => name === first?.group.cause?.column)
    setActive({ index: 1, column: Math.max(0, column) })
  }, [list.layout])
  const atHand = list.layout && placeAt(list.layout, active.index)?.group.cause
  const offered = mayMend ? causes : []
  const openFixes = () => setFixing((mayMend && atHand) || (offered[0] ?? null))
  useHotkeys([['mod+H', openFixes]], [])
  const said = one.last_step && text.takeBack(stepInWords(one.last_step.does), one.last_step.rows)
  const setShow = (value: string) =>
    void navigate({
      to: `/imports/${one.import_id}` as string,
      search: (value === 'all' ? {} : { show: value }) as never,
    })
  // Tab stays within the grid, so Escape leads out of it also where there is nothing to apply or nobody who may.
  const leave = () => {
    if (main.current && !main.current.disabled) main.current.focus()
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }
  // The cause may be mended by now: what is left of it, else the next; where somebody types for it, still this one.
  const left = fixing && causes.find((cause) => keyOfCause(cause) === keyOfCause(fixing))
  const live = fixing && (left ?? (isReplacing ? fixing : (offered[0] ?? null)))
  return (
    <Page
      folio={words.imports.folio(one.import_id)}
      title={one.file_name}
      note={text.note(one.counts.rows, didOf(one.counts), one.counts.error)}
      tools={
        <>
          {(list.store?.mended ?? 0) > 0 && <Button onClick={list.layOut}>{text.regroup}</Button>}
          {mayMend && said && <Button onClick={typing.takeBackStep}>{said}</Button>}
          {offered.length > 0 && <Button onClick={openFixes}>{text.fix}</Button>}
        </>
      }
      band={<ImportSteps id={one.import_id} now={2} />}
      aside={
        live ? (
          <FixPanel
            id={one.import_id}
            causes={causes}
            cause={live}
            onCause={setFixing}
            onDone={() => {
              typing.noteStep()
              list.layOut()
            }}
            onClose={() => setFixing(null)}
            onTyping={setReplacing}
          />
        ) : (
          <CheckAside one={one} causes={causes} show={show} onShow={setShow} />
        )
      }
      foot={<ApplyBar one={one} act={apply} main={main} />}
    >
      {wasCancelled(one) ? (
        <p className={classes.cancelled} role="status">
          <Mark state="skipped" word={text.cancelled} />
        </p>
      ) : (
        <Refusal
          error={
            typing.error ?? apply.error ?? list.error ?? list.store?.refused ?? (one.reason && new Refused(one.reason))
          }
        />
      )}
      {typing.said && (
        <p className={classes.cancelled} role="status">
          <Mark state="needs" word={typing.said} />
        </p>
      )}
      {list.layout && list.store && list.layout.total === 0 && <Empty what={text.noRows} how={text.noRowsHow} />}
      {list.layout && list.store && list.layout.total > 0 && currency !== undefined && (
        <Grid
          layout={list.layout}
          store={list.store}
          columns={columns}
          typing={typing}
          isReadOnly={!mayMend}
          takesFocus={takesFocus}
          active={active}
          onActive={setActive}
          onFix={setFixing}
          onTyping={list.hold}
          onLeave={leave}
        />
      )}
    </Page>
  )
}

const stepInWords = (does: NonNullable<Output<'imports.get'>['last_step']>['does']): string =>
  does === 'replace'
    ? words.imports.replace.title
    : does === 'paste'
      ? words.imports.check.paste.step
      : words.imports.fix.titles[does]
