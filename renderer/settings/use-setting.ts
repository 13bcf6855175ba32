import { useRef, useState } from 'react'
import { Refused } from '../app/client'
import { useAct, useAsk, useSay } from '../app/office'
import { isSame, typedSince } from '../components/use-fields'

export type Fields = Record<string, unknown>

type Setting = 'office' | 'mail' | 'modules' | 'tasks' | 'bank' | 'payslips' | 'handover' | 'payroll'

/** A setting as it stands with what was typed over it; `save` writes the typed fields only. */
export function useSetting(setting: Setting) {
  const say = useSay('office.read_setting', { setting })
  const stands = useAsk('office.read_setting', { setting }).data
  const [typed, setTyped] = useState<Fields>({})
  const [isSaved, setSaved] = useState(false)
  const sent = useRef<Fields>({})
  // The deed itself goes on until all that is on screen was asked again; what is typed meanwhile can be saved.
  const [isAnswered, setAnswered] = useState(true)
  const act = useAct('office.write_setting', {
    done: (answer) => {
      say(answer) // until it was asked for anew, what stood before would show, and be typed on
      setTyped((typed) => typedSince(typed, sent.current))
      setAnswered(true)
      setSaved(true)
    },
  })
  const value: Fields = { ...stands, ...typed }
  const changed = Object.keys(typed).filter((field) => !isSame(typed[field], stands?.[field]))
  return {
    isThere: stands !== undefined,
    value,
    text: (field: string): string => String(value[field] ?? ''),
    isTyped: (field: string): boolean => field in typed,
    set(field: string, to: unknown) {
      setSaved(false)
      if (act.error) act.reset()
      setTyped((before) => ({ ...before, [field]: to }))
    },
    changed: changed.length,
    isSaved,
    isSaving: act.isPending && !isAnswered,
    error: act.error,
    /** What the office said against a field, in words. */
    wrong: (field: string): string | null => (act.error instanceof Refused ? act.error.wrongWith(field) : null),
    save: (then: { done?: () => void; refused?: () => void } = {}) => {
      sent.current = Object.fromEntries(changed.map((field) => [field, typed[field]]))
      setAnswered(false)
      act.mutate({ setting, ...sent.current }, { onSuccess: () => then.done?.(), onError: () => then.refused?.() })
    },
  }
}

export type SettingForm = ReturnType<typeof useSetting>
