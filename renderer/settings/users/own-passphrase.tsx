import { useSession } from '../../app/lock/use-session'
import { Page } from '../../components/page'
import { SidePanel } from '../../components/side-panel'
import { words } from '../../words/en'
import { SettingsNav } from '../settings-nav'
import { PassphraseForm } from './passphrase-form'
import classes from './users.module.css'

/** Everybody changes their own passphrase here, whatever their role. */
export function OwnPassphrase() {
  const { users: w } = words
  const session = useSession().data
  return (
    <Page
      folio={w.settings}
      title={w.ownPassphrase}
      note={w.ownPassphraseNote}
      aside={
        <SidePanel label={words.settings.list} size="narrow">
          <SettingsNav />
        </SidePanel>
      }
    >
      <div className={classes.own}>
        {session?.user && <PassphraseForm userId={session.user.id} hasPassphrase={session.can_lock} />}
      </div>
    </Page>
  )
}
