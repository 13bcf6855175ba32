import { useAsk } from '../../app/office'
import { RefusedLine } from '../../components/refused-line'
import { Held } from './held'
import { Items } from './items'
import { Leave } from './leave'
import { Loans } from './loans'

/** What somebody's pay depends on besides the contract: leave, loans, pay held back, one-off items. */
export function PayTerms({ employeeId }: { employeeId: number }) {
  const asked = useAsk('payroll.pay_terms', { employee_id: employeeId })
  if (asked.error) return <RefusedLine error={asked.error} />
  if (!asked.data) return null
  const given = { employeeId, terms: asked.data }
  return (
    <>
      <Leave {...given} />
      <Loans {...given} />
      <Items {...given} />
      <Held {...given} />
    </>
  )
}
