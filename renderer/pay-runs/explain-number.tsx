import { useAsk } from '../app/office'
import { Amount, formatMinor } from '../components/amount'
import { dayOf, monthOf, spanOf } from '../components/dates'
import { Icon } from '../components/icons'
import { RefusedLine } from '../components/refused-line'
import { Section } from '../components/section'
import { PanelTitle, SidePanel } from '../components/side-panel'
import { Sum } from '../components/sum'
import { words } from '../words/en'
import { CorrectSlip } from './correct-slip'
import classes from './explain-number.module.css'
import { type Explained, workingOf } from './working'

const text = words.payRuns.explain

type ExplainNumberProps = {
  slip: number
  code: string
  /** The address of the page, and what its own filter adds to every address: `?show=open`. */
  closeTo: string
  search?: string
  when: (iso: string) => string
}

/** Where one amount comes from: its sum, its rule, its inputs with their source, and how it compares. */
export function ExplainNumber({ slip, code, closeTo, search = '', when }: ExplainNumberProps) {
  const asked = useAsk('payroll.explain_line', { slip_id: slip, code })
  const found = asked.data
  if (!found) {
    return (
      <SidePanel label={text.label} size="wide">
        <PanelTitle title={text.label} closeTo={`${closeTo}${search}`} />
        <RefusedLine error={asked.error} />
      </SidePanel>
    )
  }
  const { line, currency, period } = found
  const hrefOf = (other: string) => `${closeTo}/explain/${slip}/${other}${search}`
  const amount = line?.amount_minor ?? found.net_minor
  const shown = `${formatMinor(amount, currency)} ${currency}`
  return (
    <SidePanel label={text.label} size="wide">
      <PanelTitle
        title={text.title(found.employee.name, line?.name ?? text.net, shown)}
        note={spanOf(period.start_date, period.end_date)}
        closeTo={`${closeTo}${search}`}
      />
      {found.reason && <p className={classes.trace}>{found.reason.message}</p>}
      <CorrectSlip found={found} />
      <Section inPanel title={text.sum} count={currency}>
        <Sum
          heads={[text.line, text.thisPeriod, text.toDate(found.tax_year)]}
          lines={found.lines
            .filter((one) => one.kind === 'earning' || one.kind === 'deduction')
            .map((one) => [
              <a
                key={one.code}
                className={one.code === code ? classes.open : undefined}
                aria-current={one.code === code || undefined}
                href={hrefOf(one.code)}
              >
                {one.name}
              </a>,
              <Amount
                key={one.code}
                minor={one.kind === 'deduction' ? -one.amount_minor : one.amount_minor}
                currency={currency}
              />,
              <Amount
                key={`${one.code} year`}
                minor={one.kind === 'deduction' ? -one.year_minor : one.year_minor}
                currency={currency}
              />,
            ])}
          total={[text.total, <Amount key="net" minor={found.net_minor} currency={currency} />, '']}
        />
      </Section>
      {line && (
        <Section inPanel title={`${line.name}, ${formatMinor(line.amount_minor, currency)}`}>
          <div className={classes.working}>
            {workingOf(found).map((one) => (
              <p key={one}>{one}</p>
            ))}
          </div>
          {found.inputs.length > 0 && (
            <ul className={classes.inputs} aria-label={text.from}>
              {found.inputs.map((one) => (
                <li key={`${one.kind} ${one.name} ${one.from} ${one.amount_minor}`}>
                  <InputLine input={one} currency={currency} hrefOf={hrefOf} />
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      <Section inPanel title={text.beside} count={currency}>
        <dl className={classes.beside}>
          {found.before && (
            <div>
              <dt>{text.lastRun(spanOf(found.before.start_date, found.before.end_date))}</dt>
              <dd>
                {found.before.amount_minor === null ? (
                  '–'
                ) : (
                  <Amount minor={found.before.amount_minor} currency={currency} />
                )}
              </dd>
            </div>
          )}
          {found.year_ago && (
            <div>
              <dt>{text.yearAgo(spanOf(found.year_ago.start_date, found.year_ago.end_date))}</dt>
              <dd>
                {found.year_ago.amount_minor === null ? (
                  '–'
                ) : (
                  <Amount minor={found.year_ago.amount_minor} currency={currency} />
                )}
              </dd>
            </div>
          )}
          <div>
            <dt>{text.year(found.tax_year)}</dt>
            <dd>
              <Amount minor={found.year_minor} currency={currency} />
            </dd>
          </div>
        </dl>
        <p className={classes.trace}>
          <Icon name="audit" />
          <span>
            {found.run.computed_at !== null && text.computed(when(found.run.computed_at), found.run.version)}{' '}
            {found.changed_since.map((one) => text.trace[one]).join(' ')}{' '}
            {line && found.inputs.length === 0 && text.ends}
          </span>
        </p>
      </Section>
    </SidePanel>
  )
}

type InputLineProps = {
  input: Explained['inputs'][number]
  currency: string
  /** Where another amount of the slip is explained. */
  hrefOf: (code: string) => string
}

/** One input, with the row of the file or the click it came from. */
function InputLine({ input, currency, hrefOf }: InputLineProps) {
  const { origin } = input
  const what = inputInWords(input, currency)
  if (input.kind === 'line' && input.name !== null && input.name !== 'GROSS')
    return <a href={hrefOf(input.name)}>{what}</a>
  if (['line', 'year', 'carried', 'brought', 'arrears'].includes(input.kind)) return <span>{what}</span>
  return (
    <>
      <span>{what}</span>
      {origin.kind === 'import' ? (
        <a href={`#/imports/${origin.import_id}`}>{text.import(origin.file_name, origin.row)}</a>
      ) : origin.kind === 'task' ? (
        <a href={`#/tasks/${origin.task_id}`}>{text.task(origin.task_id)}</a>
      ) : (
        <span className={classes.origin}>{origin.kind === 'user' ? text.user : text.unknown}</span>
      )}
    </>
  )
}

function inputInWords(input: Explained['inputs'][number], currency: string): string {
  const amount = input.amount_minor === null ? '' : formatMinor(input.amount_minor, currency)
  const days = () => text.span(dayOf(input.from), dayOf(input.to ?? input.from))
  switch (input.kind) {
    case 'base':
      return `${text.base(dayOf(input.from), dayOf(input.to ?? input.from))}: ${amount || text.noBase}`
    case 'item':
      return `${monthOf(input.from)}: ${[input.quantity, amount].filter(Boolean).join(', ')}`
    case 'leave':
      return text.leave(text.leaveKinds[input.name ?? ''] ?? input.name ?? '', days(), input.quantity !== null)
    case 'table': {
      const rate = input.rate === null ? amount : `${input.rate / 10_000} %`
      return text.table(input.name ?? '', dayOf(input.from), rate)
    }
    case 'loan':
      return text.loan(input.name ?? '', formatMinor(input.of_minor ?? 0, currency), dayOf(input.from), amount)
    case 'hold':
      return text.hold(input.name ?? '', dayOf(input.from), amount)
    case 'year':
      return text.inYear(input.name ?? '', amount)
    case 'line':
      return `${input.name}: ${amount}`
    case 'carried':
      return text.carried(amount)
    case 'brought':
      return text.brought(formatMinor(-(input.amount_minor ?? 0), currency))
    case 'arrears': {
      const fresh = input.of_minor ?? 0
      const posted = formatMinor(fresh - (input.amount_minor ?? 0), currency)
      return text.arrears(spanOf(input.from, input.to ?? input.from), posted, formatMinor(fresh, currency))
    }
  }
}
