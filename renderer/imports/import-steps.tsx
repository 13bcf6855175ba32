import { Steps } from '../components/steps'
import { words } from '../words/en'

/** Drop → map → check → apply → receipt. While rows can still be checked, the mapping can be changed. */
export function ImportSteps({ id, now }: { id?: number; now: number }) {
  const { label, names } = words.imports.steps
  const isOpen = id !== undefined && now === 2
  return (
    <Steps
      label={label}
      now={now}
      steps={names.map((name, index) => ({ name, ...(isOpen && index === 1 ? { href: `#/imports/${id}/map` } : {}) }))}
    />
  )
}
