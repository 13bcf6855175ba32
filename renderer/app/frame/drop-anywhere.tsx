import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Icon } from '../../components/icons'
import { words } from '../../words/en'
import { Refused } from '../client'
import { useMay } from '../lock/use-session'
import classes from './drop-anywhere.module.css'
import type { TakeFile } from './take-file'

const { drop } = words.frame

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** A file that is dragged over the window, wherever it is let go, lands in Imports. */
export function DropAnywhere({ file }: { file: TakeFile }) {
  const [over, setOver] = useState(false)
  const mayImport = useMay('clerk')
  const take = useRef(file.take)
  take.current = file.take
  useEffect(() => {
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const letGo = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(false)
      take.current(event.dataTransfer?.files)
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragover', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', letGo)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragover', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', letGo)
    }
  }, [])
  if (over && mayImport)
    return (
      <Slip title={drop.letGo} isVeil>
        <p>{drop.looksInside}</p>
        <p className={classes.limits}>{drop.limits}</p>
      </Slip>
    )
  return <FileSlip file={file} />
}

/** What became of the file that was let go, while it is looked into, and where it was refused. */
function FileSlip({ file: { taken, leave } }: { file: TakeFile }) {
  useHotkeys([['Escape', leave]])
  if (taken.step === 'none') return null
  if (taken.step === 'looking')
    return (
      <Slip title={drop.looking(taken.name)}>
        <p>{drop.lookingWhy}</p>
      </Slip>
    )
  return (
    <Slip title={taken.step === 'refused' ? drop.refused(taken.name) : drop.oneFile}>
      {taken.step === 'several' && <p>{drop.oneFileWhy}</p>}
      {taken.step === 'refused' && (
        <p>
          {taken.error.message} {taken.error instanceof Refused && taken.error.fix}
        </p>
      )}
      <div className={classes.answers}>
        <Button onClick={leave}>{drop.leave}</Button>
      </div>
    </Slip>
  )
}

function Slip({ title, isVeil, children }: { title: string; isVeil?: boolean; children: ReactNode }) {
  return (
    <aside className={isVeil ? classes.veil : classes.corner} aria-label={title} aria-live="polite">
      <div className={classes.slip}>
        <Icon name="imports" />
        <div>
          <p className={classes.title}>{title}</p>
          {children}
        </div>
      </div>
    </aside>
  )
}
