import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { dropFile } from '../../imports/drop'
import { bridge } from '../bridge'
import { useClient } from '../office'

type Told =
  | { step: 'looking'; name: string }
  | { step: 'refused'; name: string; error: Error }
  /** Another one was let go meanwhile, and decides where the window goes. */
  | { step: 'found'; name: string; address: string }
  | { step: 'several' }

export type TakenFile = Told & { key: number }

/**
 * Files on their way in: the office looks inside, and the window goes to the import of the one that was let go last. What
 * became of the others is said.
 */
export function useTakeFile() {
  const client = useClient()
  const { history } = useRouter()
  const [taken, setTaken] = useState<TakenFile[]>([])
  const last = useRef(0)
  const tell = (key: number, told: Told | null) =>
    setTaken((all) => [...all.filter((one) => one.key !== key), ...(told ? [{ ...told, key }] : [])])
  const follow = async (name: string, work: Promise<string>) => {
    const key = ++last.current
    // What was refused before makes room for this one.
    const stays = ({ step }: TakenFile) => step === 'looking' || step === 'found'
    setTaken((all) => [...all.filter(stays), { key, step: 'looking', name }])
    try {
      const address = await work
      const isLast = key === last.current
      tell(key, isLast ? null : { step: 'found', name, address })
      if (isLast) history.push(address)
    } catch (error) {
      tell(key, { step: 'refused', name, error: error as Error })
    }
  }
  return {
    taken,
    leave: (key: number) => tell(key, null),
    leaveAll: () => setTaken([]),
    take(files: ArrayLike<File> | null | undefined) {
      const [file, another] = Array.from(files ?? [])
      if (another) tell(0, { step: 'several' })
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
