import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Question } from '../components/question'
import { words } from '../words/en'
import type { SettingForm } from './use-setting'

const { leaving } = words.settings

/** Whoever goes to another page while something is typed and not saved is asked what to do with it. */
export function AskBeforeLeaving({ form }: { form: SettingForm }) {
  const [to, setTo] = useState<string | null>(null)
  const mayGo = useRef(false)
  const isChanged = form.changed > 0
  useEffect(() => {
    if (!isChanged) return
    const hold = (event: NavigateEvent) => {
      if (mayGo.current || !event.cancelable || event.navigationType === 'replace') return
      event.preventDefault()
      setTo(event.destination.url)
    }
    // Where the page itself is closed the browser asks; the desktop window is not closed by it, so it is not held.
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    const inBrowser = window.location.protocol !== 'app:'
    window.navigation?.addEventListener('navigate', hold)
    if (inBrowser) window.addEventListener('beforeunload', warn)
    return () => {
      window.navigation?.removeEventListener('navigate', hold)
      window.removeEventListener('beforeunload', warn)
    }
  }, [isChanged])
  const go = () => {
    if (to === null) return
    mayGo.current = true
    window.location.assign(to)
  }
  return (
    <Question
      isOpen={to !== null}
      title={leaving.title}
      yes={leaving.save}
      no={leaving.stay}
      isBusy={form.isSaving}
      onYes={() => form.save({ done: go, refused: () => setTo(null) })}
      onNo={() => setTo(null)}
      other={<Button onClick={go}>{leaving.leave}</Button>}
    >
      {leaving.what(form.changed)}
    </Question>
  )
}
