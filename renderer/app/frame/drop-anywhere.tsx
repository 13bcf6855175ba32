import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Icon } from '../../components/icons'
import { words } from '../../words/en'
import { Refused } from '../client'
import { useMay } from '../lock/use-session'
import classes from './drop-anywhere.module.css'
import type { TakeFile, TakenFile } from './take-file'

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
      <div className={classes.veil}>
        <Slip title={drop.letGo}>
          <p>{drop.looksInside}</p>
          <p className={classes.limits}>{drop.limits}</p>
        </Slip>
      </div>
    )
  return <FileSlips file={file} />
}

/** What becomes of the files that were let go: looked into, refused, or found under an address of their own. */
function FileSlips({ file: { taken, leave, leaveAll } }: { file: TakeFile }) {
  useHotkeys([['Escape', leaveAll]])
  if (taken.length === 0) return null
  return (
    <div className={classes.corner}>
      {taken.map((one) => (
        <FileSlip key={one.key} one={one} leave={() => leave(one.key)} />
      ))}
    </div>
  )
}

function FileSlip({ one, leave }: { one: TakenFile; leave: () => void }) {
  if (one.step === 'looking')
    return (
      <Slip title={drop.looking(one.name)}>
        <p>{drop.lookingWhy}</p>
      </Slip>
    )
  return (
    <Slip title={titleOf(one)}>
      {one.step === 'several' && <p>{drop.oneFileWhy}</p>}
      {one.step === 'found' && <p>{drop.foundWhy}</p>}
      {one.step === 'refused' && (
        <p>
          {one.error.message} {one.error instanceof Refused && one.error.fix}
        </p>
      )}
      <div className={classes.answers}>
        {one.step === 'found' && (
          <Button component="a" href={`#${one.address}`} onClick={leave}>
            {drop.goThere(one.name)}
          </Button>
        )}
        <Button onClick={leave}>{drop.leave}</Button>
      </div>
    </Slip>
  )
}

const titleOf = (one: Exclude<TakenFile, { step: 'looking' }>): string =>
  one.step === 'several' ? drop.oneFile : drop[one.step](one.name)

function Slip({ title, children }: { title: string; children: ReactNode }) {
  return (
    <aside className={classes.slip} aria-label={title} aria-live="polite">
      <Icon name="imports" />
      <div>
        <p className={classes.title}>{title}</p>
        {children}
      </div>
    </aside>
  )
}
