import { useEffect, useState } from 'react'
import type { OfficeState } from '../../../jobs/api/page-bridge'
import { words } from '../../words/en'
import { bridge } from '../bridge'
import { useOffices } from '../offices/provider'
import { closingLine } from '../offices/standing'
import classes from './office-notice.module.css'

/** In the desktop window: a plain word when the office process has ended, and about the list of offices itself. */
export function OfficeNotice() {
  const [office, setOffice] = useState<OfficeState>({ state: 'starting' })
  const [dismissed, setDismissed] = useState<OfficeState | null>(null)
  useEffect(() => bridge()?.onOffice(setOffice), [])
  const { notice, offices } = useOffices()
  const leaving = offices.find(({ isShown, closing }) => isShown && closing)
  const said = noticeOf(office)
  return (
    <div className={classes.place} role="status">
      {notice && (
        <div className={classes.notice}>
          <p className={classes.text}>
            {notice.message} {notice.fix}
          </p>
          <button
            type="button"
            className={classes.button}
            onClick={() => void bridge()?.doWithOffices({ deed: 'notice_seen' })}
          >
            {words.officeEnded.dismiss}
          </button>
        </div>
      )}
      {leaving && (
        <div className={classes.notice}>
          <p className={classes.text}>
            {words.offices.quitting} {closingLine(leaving)}. {words.offices.closingNote}
          </p>
        </div>
      )}
      {said && office !== dismissed && (
        <div className={classes.notice}>
          <p className={classes.text}>{said}</p>
          {office.state === 'stopped' && (
            <button type="button" className={classes.button} onClick={() => bridge()?.startOfficeAgain()}>
              {words.officeEnded.startAgain}
            </button>
          )}
          {office.state === 'running' && (
            <button type="button" className={classes.button} onClick={() => setDismissed(office)}>
              {words.officeEnded.dismiss}
            </button>
          )}
        </div>
      )}
    </div>
  )
}

function noticeOf(office: OfficeState): string | null {
  if (office.state === 'restarting') return words.officeEnded.restarting
  if (office.state === 'stopped') return `${office.message} ${office.fix}`
  if (office.state !== 'running') return null
  if (office.isAttached) return words.officeEnded.attached
  if (office.restartedAt === null) return null
  const time = new Intl.DateTimeFormat(words.locale, { hour: '2-digit', minute: '2-digit' })
  return words.officeEnded.restarted(time.format(new Date(office.restartedAt)))
}
