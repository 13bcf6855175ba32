import { useRef, useState } from 'react'

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What was typed on while these were being saved: nothing of it is saved yet. */
export const typedSince = <T extends object>(typed: T, sent: Partial<T>): Partial<T> =>
  Object.fromEntries(
    Object.entries(typed).filter(([field, value]) => !(field in sent) || !isSame(value, sent[field as keyof T])),
  ) as Partial<T>

/** The fields of a form that is empty again once the office has taken it, except for what was typed on meanwhile. */
export function useFields<T extends object>(empty: T) {
  const [typed, setTyped] = useState(empty)
  const sent = useRef(empty)
  return {
    typed,
    set: (patch: Partial<T>) => setTyped((before) => ({ ...before, ...patch })),
    /** These go to the office now. */
    sending: () => {
      sent.current = typed
    },
    /** It has taken them. */
    taken: () => setTyped((now) => ({ ...empty, ...typedSince(now, sent.current) })),
  }
}

/** One text that is typed over what stands (null: nothing is); it stays where it was typed on while it was being saved. */
export function useTypedOver() {
  const [typed, type] = useState<string | null>(null)
  const sent = useRef<string | null>(null)
  return {
    typed,
    type,
    sending: () => {
      sent.current = typed
    },
    taken: () => type((now) => (now === sent.current ? null : now)),
  }
}
