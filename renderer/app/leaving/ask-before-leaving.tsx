import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Question } from '../../components/question'
import { words } from '../../words/en'
import { placeHere, placeOf } from './place'
import { type Held, unsaved } from './unsaved'

const { leaving } = words.frame

type Leaving = { to: string; what: string; save: Held['save'] }

/** Whoever goes elsewhere, to another office too, while something is typed and not saved is asked what to do with it. */
export function AskBeforeLeaving() {
  const [asked, ask] = useState<Leaving | null>(null)
  const [isSaving, setSaving] = useState(false)
  useEffect(() => {
    const hold = (event: NavigateEvent) => {
      const { destination, cancelable, navigationType } = event
      if (!cancelable || !destination.sameDocument || navigationType === 'replace') return
      if (placeOf(destination.url) === placeHere() || !unsaved.isAny) return
      event.preventDefault()
      const { what, save } = unsaved.held ?? { what: leaving.typed(unsaved.fields) }
      ask({ to: destination.url, what, save })
    }
    // Where the page itself is closed the browser asks; the desktop window is not closed by it, so it is not held.
    const warn = (event: BeforeUnloadEvent) => unsaved.isAny && event.preventDefault()
    const inBrowser = window.location.protocol !== 'app:'
    window.navigation?.addEventListener('navigate', hold)
    if (inBrowser) window.addEventListener('beforeunload', warn)
    // “Cancel” has been said: nobody is asked whether it was meant.
    const cancel = ({ target }: Event) => {
      if (target instanceof Element && target.closest('a[data-cancels]')) unsaved.letGo()
    }
    document.addEventListener('click', cancel, { capture: true })
    return () => {
      window.navigation?.removeEventListener('navigate', hold)
      window.removeEventListener('beforeunload', warn)
      document.removeEventListener('click', cancel, { capture: true })
    }
  }, [])
  const stay = () => ask(null)
  const go = () => {
    unsaved.letGo()
    stay()
    if (asked) window.location.assign(asked.to)
  }
  const save = asked?.save
  const goSaved = () => {
    setSaving(true)
    save?.({
      done: () => {
        setSaving(false)
        go()
      },
      refused: () => {
        setSaving(false)
        stay()
      },
    })
  }
  const leave = <Button onClick={go}>{leaving.leave}</Button>
  return (
    <Question
      isOpen={asked !== null}
      title={leaving.title}
      yes={save ? leaving.save : leaving.stay}
      no={save && leaving.stay}
      isBusy={isSaving}
      onYes={save ? goSaved : stay}
      onNo={stay}
      other={leave}
    >
      {asked?.what}
    </Question>
  )
}
