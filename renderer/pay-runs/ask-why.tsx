import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { Question } from '../components/question'
import { RefusedLine } from '../components/refused-line'
import { words } from '../words/en'

type AskWhyProps = {
  title: string
  what: string
  yes: string
  no: string
  isOpen: boolean
  isBusy: boolean
  error: Error | null
  onYes: (reason: string) => void
  onNo: () => void
}

/** Asks before a draft is made that changes what was approved, and why: the reason stays with the run. */
export function AskWhy({ title, what, yes, no, isOpen, isBusy, error, onYes, onNo }: AskWhyProps) {
  const [reason, setReason] = useState('')
  return (
    <Question isOpen={isOpen} title={title} yes={yes} no={no} isBusy={isBusy} onYes={() => onYes(reason)} onNo={onNo}>
      <p>{what}</p>
      <TextInput
        label={words.paySupplementary.why}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <RefusedLine error={error} />
    </Question>
  )
}
