import { useEffect, useRef } from 'react'
import type { Input, Output } from '../../jobs/api/contract'
import { useAsk } from '../app/office'

type Asked = {
  first: string
  last: string
  type: NonNullable<Input<'payroll.create_period'>['period_type']>
  rule: Record<string, unknown>
}
export type RulePreview = Output<'payroll.preview_rule'>

/** What a rule means for these dates. Until the answer about what was typed last is there, the one before stays. */
export function useRulePreview(
  { first, last, type, rule }: Asked,
  isAsked: boolean,
): { data: RulePreview | undefined; error: Error | null } {
  const given = { start_date: first, end_date: last, period_type: type, automation_rule: rule }
  const { data, error } = useAsk('payroll.preview_rule', given, { when: isAsked && first !== '' && last !== '' })
  const before = useRef<RulePreview>(undefined)
  useEffect(() => {
    if (data) before.current = data
  }, [data])
  return { data: data ?? (error ? undefined : before.current), error }
}
