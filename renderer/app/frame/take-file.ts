import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { dropFile } from '../../imports/drop'
import { bridge } from '../bridge'
import { useClient } from '../office'

export type TakenFile =
  | { step: 'none' }
  | { step: 'looking'; name: string }
  | { step: 'refused'; name: string; error: Error }
  | { step: 'several' }

/** A file on its way in: the office looks inside, and the window goes to its import. */
export function useTakeFile() {
  const client = useClient()
  const { history } = useRouter()
  const [taken, setTaken] = useState<TakenFile>({ step: 'none' })
  const follow = async (name: string, work: Promise<string>) => {
    setTaken({ step: 'looking', name })
    try {
      const address = await work
      setTaken({ step: 'none' })
      history.push(address)
    } catch (error) {
      setTaken({ step: 'refused', name, error: error as Error })
    }
  }
  return {
    taken,
    leave: () => setTaken({ step: 'none' }),
    take(files: ArrayLike<File> | null | undefined) {
      const [file, another] = Array.from(files ?? [])
      if (another) setTaken({ step: 'several' })
      else if (file) void follow(file.name, dropFile(client, file))
    },
  }
}

export type TakeFile = ReturnType<typeof useTakeFile>

/** Files that a second start of Daybook, or the system's “open with”, hands over. */
export function useHandedFiles(take: TakeFile['take']): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(
    () => bridge()?.onFiles((files) => latest.current(files.map(({ name, bytes }) => new File([bytes], name)))),
    [],
  )
}

/** The system's own dialog; nothing happens where it is left. */
export function chooseFile(take: TakeFile['take']): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.xlsx,.csv,.tsv,.txt,.ods'
  input.addEventListener('change', () => take(input.files))
  input.click()
}
