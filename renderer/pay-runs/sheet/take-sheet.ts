import { useEffect, useRef, useState } from 'react'
import { useClient } from '../../app/office'
import { sendImport, takeFilesHere } from '../../imports/drop'

/** A sheet for this run: what is dropped while its page is open, or chosen there. The import asks what only a person knows. */
export function useTakeSheet(runId: number, mayTake: boolean) {
  const client = useClient()
  const [error, setError] = useState<Error | null>(null)
  const [isSending, setSending] = useState(false)
  const send = async (file: File) => `/imports/${await sendImport(client, file, 'pay_sheet', { run_id: runId })}`
  const latest = useRef(send)
  latest.current = send
  useEffect(() => (mayTake ? takeFilesHere((file) => latest.current(file)) : undefined), [mayTake])
  const take = async (file: File | null) => {
    if (!file) return
    setSending(true)
    setError(null)
    try {
      window.location.hash = `#${await send(file)}`
    } catch (refused) {
      setError(refused as Error)
      setSending(false)
    }
  }
  return { take, error, isSending }
}
