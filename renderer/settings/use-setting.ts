import { useState } from 'react'
import { Refused } from '../app/client'
import { useAct, useAsk } from '../app/office'

type Fields = Record<string, unknown>

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

type Setting = 'office' | 'mail' | 'modules' | 'tasks' | 'bank' | 'payslips' | 'handover' | 'payroll'

/** A setting as it stands with what was typed over it; `save` writes the typed fields only. */
export function useSetting(setting: Setting) {
  const stands = useAsk('office.read_setting', { setting }).data
  const [typed, setTyped] = useState<Fields>({})
  const [isSaved, setSaved] = useState(false)
  const act = useAct('office.write_setting', {
    done: () => {
      setTyped({})
      setSaved(true)
    },
  })
  const value: Fields = { ...stands, ...typed }
  const changed = Object.keys(typed).filter((field) => !isSame(typed[field], stands?.[field]))
  return {
    isThere: stands !== undefined,
    value,
    text: (field: string): string => String(value[field] ?? ''),
    set(field: string, to: unknown) {
      setSaved(false)
      if (act.error) act.reset()
      setTyped((before) => ({ ...before, [field]: to }))
    },
    changed: changed.length,
    isSaved,
    isSaving: act.isPending,
    error: act.error,
    /** What the office said against a field, in words. */
    wrong: (field: string): string | null => (act.error instanceof Refused ? act.error.wrongWith(field) : null),
    save: (then: { done?: () => void; refused?: () => void } = {}) =>
      act.mutate(
        { setting, ...Object.fromEntries(changed.map((field) => [field, typed[field]])) },
        { onSuccess: () => then.done?.(), onError: () => then.refused?.() },
      ),
  }
}

export type SettingForm = ReturnType<typeof useSetting>
