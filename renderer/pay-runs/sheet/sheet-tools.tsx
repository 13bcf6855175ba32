import { Button } from '@mantine/core'
import type { Output } from '../../../jobs/api/contract'
import { useMay } from '../../app/lock/use-session'
import { useAct } from '../../app/office'
import { RefusedLine } from '../../components/refused-line'
import { SaveLink } from '../../components/save-link'
import { words } from '../../words/en'
import type { SheetAddress } from './sheet-address'

const text = words.paySheet

type SheetToolsProps = { run: Output<'payroll.run'>; address: SheetAddress; saves: boolean }

/** Computing a draft again after a change of the rules, and the comparison as a file. */
export function SheetTools({ run, address: { show, q }, saves }: SheetToolsProps) {
  const mayCompute = useMay('clerk') && run.status === 'draft'
  const beside = useAct('payroll.recompute_run')
  const regular = useAct('payroll.run_period')
  const again = () =>
    run.kind === 'regular' ? regular.mutate({ id: run.period.id, force: true }) : beside.mutate({ id: run.id })
  const params = new URLSearchParams({ id: String(run.id), show, q })
  return (
    <>
      <RefusedLine error={beside.error ?? regular.error} />
      {saves &&
        (['csv', 'xlsx'] as const).map((format) => (
          <SaveLink
            key={format}
            isTool
            method="exports.pay_sheet"
            input={{ id: run.id, format, show, q }}
            href={`/api/exports/pay-sheet.${format}?${params}`}
          >
            {text[format]}
          </SaveLink>
        ))}
      {mayCompute && (
        <Button loading={beside.isPending || regular.isPending} onClick={again}>
          {text.again}
        </Button>
      )}
    </>
  )
}
