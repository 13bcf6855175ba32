import { TextInput } from '@mantine/core'
import { useTyped } from './use-typed'

type SearchFieldProps = {
  label: string
  /** As it stands in the address. */
  text: string
  say: (text: string) => void
  className?: string | undefined
}

/** Text that a list is looked through for. The address hears of it a moment later; no letter waits for that. */
export function SearchField({ label, text, say, className = '' }: SearchFieldProps) {
  const { typed, type } = useTyped(text, say)
  return (
    <TextInput
      className={className}
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}
