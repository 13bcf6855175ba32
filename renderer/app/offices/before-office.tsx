import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { OfficeState } from '../../../jobs/api/page-bridge'
import { Page } from '../../components/page'
import { Section } from '../../components/section'
import { words } from '../../words/en'
import { bridge } from '../bridge'
import { goToOffice } from './address'
import classes from './before-office.module.css'
import { useOffices } from './provider'
import { closingLine, standingLine } from './standing'

const { offices: text } = words
/** An office is usually open sooner than this; a line that comes and goes would only flicker. */
const SAY_AFTER_MS = 500

/** The desktop window before its office is open: nothing at first, then that it opens, or why it does not and what else there is. */
export function BeforeOffice() {
  const [office, setOffice] = useState<OfficeState>({ state: 'starting' })
  const [isLong, setLong] = useState(false)
  const { offices } = useOffices()
  useEffect(() => bridge()?.onOffice(setOffice), [])
  useEffect(() => {
    const timer = window.setTimeout(() => setLong(true), SAY_AFTER_MS)
    return () => window.clearTimeout(timer)
  }, [])
  const shown = offices.find(({ isShown }) => isShown)
  const others = offices.filter(({ isShown }) => !isShown)
  if (office.state !== 'stopped')
    return (
      <main className={classes.place}>
        {isLong && office.state !== 'running' && (
          <p className={classes.opening} role="status">
            {shown?.closing ? (
              <>
                {text.closingFirst(shown.name)} {closingLine(shown)}. {text.closingNote}
              </>
            ) : (
              text.opening
            )}
          </p>
        )}
      </main>
    )
  return (
    <main className={classes.place}>
      <Page folio="" title={text.cannotOpen(shown?.name ?? words.frame.nameless)} note={shown?.folder}>
        <div className={classes.why} role="alert">
          <p className={classes.what}>{office.message}</p>
          <p>{office.fix}</p>
          <div>
            <Button variant="filled" onClick={() => bridge()?.startOfficeAgain()}>
              {text.openAgain}
            </Button>
          </div>
        </div>
        {others.length > 0 && (
          <Section title={text.others} count={others.length}>
            <ul className={classes.others}>
              {others.map((one) => (
                <li key={one.id}>
                  <Button onClick={() => goToOffice(one.id)}>{text.switcher.openOf(one.name)}</Button>
                  <span className={classes.quiet}>{standingLine(one)}</span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Page>
    </main>
  )
}
