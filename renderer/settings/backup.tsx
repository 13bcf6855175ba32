import { Button } from '@mantine/core'
import { ForRole } from '../app/lock/for-role'
import { useMay } from '../app/lock/use-session'
import { useAct, useAsk } from '../app/office'
import { Mark } from '../components/mark'
import { refusalText } from '../components/refused-line'
import { whenOf } from '../components/when'
import { words } from '../words/en'
import { Backups, nameOf } from './backups'
import classes from './settings.module.css'
import { SettingsPage } from './settings-page'

const text = words.settings.backup

export function BackupPage() {
  const about = useAsk('system.about', {}).data
  const isOwner = useMay('owner')
  const backups = useAsk('office.backups', {}, { when: isOwner }).data?.items
  const back = useAct('office.backup')
  const verify = useAct('office.verify')
  if (!about) return null
  const when = (iso: string) => whenOf(iso, about.zone, new Date(about.now))
  return (
    <SettingsPage
      title={words.settings.pages.backup}
      note={text.note}
      tools={
        <>
          <ForRole needed="manager">
            <Button disabled={verify.isPending} onClick={() => verify.mutate({})}>
              {verify.isPending ? text.checking : text.verify}
            </Button>
          </ForRole>
          {isOwner && (
            <Button variant="filled" disabled={back.isPending} onClick={() => back.mutate({})}>
              {back.isPending ? text.making : text.now}
            </Button>
          )}
        </>
      }
    >
      <div role="status">
        {[back.error, verify.error].map(
          (error) =>
            error && (
              <p key={error.message} className={classes.prose}>
                {refusalText(error)}
              </p>
            ),
        )}
        {back.data && <p className={classes.prose}>{text.made(nameOf(back.data.file))}</p>}
        {verify.data && (
          <p className={classes.prose}>
            {verify.data.ok ? (
              <Mark state="done" word={text.whole(verify.data.files.linked, verify.data.audit.entries)} />
            ) : (
              <Mark state="failed" word={text.notWhole} />
            )}
          </p>
        )}
      </div>
      {!isOwner && <p className={classes.prose}>{text.onlyOwners}</p>}
      {backups && <Backups backups={backups} when={when} />}
    </SettingsPage>
  )
}
