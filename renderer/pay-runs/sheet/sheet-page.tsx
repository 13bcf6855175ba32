import { Button, FileButton } from '@mantine/core'
import { useOfficeClock } from '../../app/live'
import { useMay } from '../../app/lock/use-session'
import { useAsk } from '../../app/office'
import { formatMinor } from '../../components/amount'
import { Empty } from '../../components/empty'
import { Mark } from '../../components/mark'
import { Page } from '../../components/page'
import { RefusedLine } from '../../components/refused-line'
import { RunningTask } from '../../components/running-task'
import { SaveLink } from '../../components/save-link'
import { whenOf } from '../../components/when'
import { words } from '../../words/en'
import { ExplainNumber } from '../explain-number'
import { FigurePanel } from './figure-panel'
import { useSheetAddress } from './sheet-address'
import { SheetBand } from './sheet-band'
import { SheetFoot } from './sheet-foot'
import { SheetGrid } from './sheet-grid'
import classes from './sheet-page.module.css'
import { SheetTools } from './sheet-tools'
import { useTakeSheet } from './take-sheet'
import { useSheet } from './use-sheet'

const text = words.paySheet
const FILES = '.csv,.tsv,.txt,.xlsx,.ods'

/** A pay run beside an old sheet: the largest unexplained difference first. */
export function SheetPage() {
  const address = useSheetAddress()
  const { sheet, people, error, more, look } = useSheet(address)
  const run = useAsk('payroll.run', { id: address.runId }).data
  const about = useAsk('system.about', {}).data
  const now = useOfficeClock(about?.now)
  const mayLay = useMay('clerk')
  const sending = useTakeSheet(address.runId, mayLay)
  if (error && !sheet) {
    return (
      <Page folio="" title={words.payRuns.title}>
        <RefusedLine error={error} />
      </Page>
    )
  }
  if (!sheet || !run || !about) return null
  const when = (iso: string) => whenOf(iso, about.zone, now)
  const person = people.find(({ who }) => who === address.cell?.who) ?? null
  const key = address.cell?.column ?? address.column
  const column = sheet.columns.find((one) => one.key === key)
  const { explained, here, search } = address
  // Beside an open panel there is room for what is done after looking, and no more.
  const isOpen = explained !== null || column !== undefined
  const amount = (minor: number) => `${formatMinor(minor, sheet.currency)} ${sheet.currency}`
  const lay = (name: string, isFirst: boolean) => (
    <FileButton onChange={(file) => void sending.take(file)} accept={FILES} inputProps={{ 'aria-label': name }}>
      {(props) => (
        <Button {...props} loading={sending.isSending} variant={isFirst ? 'filled' : 'default'}>
          {name}
        </Button>
      )}
    </FileButton>
  )
  return (
    <Page
      folio={text.run(run.no)}
      title={text.title(words.paySupplementary.kinds[run.kind], run.period.description)}
      note={
        <span className={classes.note}>
          {run.kind === 'trial' && <Mark state="paused" word={text.trial.mark} />}
          <span>
            {[
              sheet.sheet && text.of(sheet.sheet.file_name, sheet.sheet.rows),
              sheet.gone && text.gone(sheet.gone.cells, sheet.gone.since_version, amount(sheet.gone.amount_minor)),
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        </span>
      }
      tools={
        <>
          <SheetTools run={run} address={address} saves={sheet.sheet !== null && !isOpen} />
          {sheet.sheet && mayLay && !isOpen && lay(text.another, false)}
        </>
      }
      band={sheet.sheet && <SheetBand sheet={sheet} address={address} />}
      aside={
        explained ? (
          <ExplainNumber {...explained} closeTo={here} search={search} when={when} />
        ) : (
          column &&
          (person || address.column) && (
            <FigurePanel sheet={sheet} person={person} column={column} address={address} when={when} />
          )
        )
      }
      foot={sheet.sheet && <SheetFoot sheet={sheet} />}
    >
      <RefusedLine error={sending.error} />
      {run.status === 'computing' && run.task_id && <RunningTask id={run.task_id} />}
      {sheet.sheet === null ? (
        <Empty what={text.empty.what} how={text.empty.how}>
          {mayLay && lay(text.empty.pick, true)}
          <SaveLink
            isTool
            method="imports.export"
            input={{ kind: 'pay_sheet', format: 'xlsx', options: { run_id: run.id } }}
            href={`/api/imports/exports/pay_sheet.xlsx?options=${encodeURIComponent(JSON.stringify({ run_id: run.id }))}`}
          >
            {text.empty.own}
          </SaveLink>
        </Empty>
      ) : people.length === 0 ? (
        <Empty what={text.nobody} how={text.nobodyHow} />
      ) : (
        <SheetGrid sheet={sheet} people={people} address={address} more={more} look={look} />
      )}
    </Page>
  )
}
