import { Button } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { useAsk } from '../app/office'
import { words } from '../words/en'

/** What an old sheet is for: the run it was laid on, beside which it now lies. */
export function SheetNext({ one }: { one: Output<'imports.get'> }) {
  const id = Number(one.options.run_id)
  const run = useAsk('payroll.run', { id }, { when: one.kind === 'pay_sheet' }).data
  if (one.kind !== 'pay_sheet' || !run || run.status === 'discarded') return null
  return (
    <Button component="a" variant="filled" href={`#/pay-runs/${run.period.id}/runs/${run.id}/sheet`}>
      {words.imports.receipt.besideRun(run.no, run.period.description)}
    </Button>
  )
}
