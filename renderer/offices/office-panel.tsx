import { Button, Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ListedOffice } from '../../jobs/api/page-bridge'
import { goToOffice } from '../app/offices/address'
import { standingLine } from '../app/offices/standing'
import { Question } from '../components/question'
import { Said } from '../components/said'
import { Section } from '../components/section'
import { PanelTitle, SidePanel } from '../components/side-panel'
import { useTypedOver } from '../components/use-fields'
import { words } from '../words/en'
import classes from './offices.module.css'
import { useDeed } from './use-deed'

const { offices: text } = words

/** One office of the list: how it stands and why, its name here, whether it keeps working, and off the list. */
export function OfficePanel({ office }: { office: ListedOffice }) {
  return (
    <SidePanel label={office.name}>
      <PanelTitle title={office.name} note={standingLine(office)} closeTo="#/offices" />
      <Stands office={office} />
      <Section inPanel title={text.columns.name}>
        <NameForm office={office} />
      </Section>
      <Section inPanel title={text.columns.keeps}>
        <KeepsWorking office={office} />
      </Section>
      <Section inPanel title={text.list}>
        <Remove office={office} />
      </Section>
    </SidePanel>
  )
}

/** Its folder, why it does not run, and the way to it. */
function Stands({ office: { id, folder, reason, isShown, keepsWorking, closing } }: { office: ListedOffice }) {
  const again = useDeed()
  return (
    <div className={classes.form}>
      <p className={classes.folder}>{folder}</p>
      {closing && <p className={classes.note}>{text.closingNote}</p>}
      {reason && (
        <div className={classes.note}>
          <p className={classes.reason}>{reason.message}</p>
          <p>{reason.fix}</p>
        </div>
      )}
      <div className={classes.deeds}>
        {!isShown && (
          <Button variant="filled" onClick={() => goToOffice(id)}>
            {text.openIt}
          </Button>
        )}
        {reason && (isShown || keepsWorking) && (
          <Button disabled={again.isBusy} onClick={() => void again.act({ deed: 'open_again', id })}>
            {text.openAgain}
          </Button>
        )}
      </div>
    </div>
  )
}

function NameForm({ office: { id, label, name } }: { office: ListedOffice }) {
  const { typed, type, sending, taken } = useTypedOver()
  const rename = useDeed()
  const send = (event: FormEvent) => {
    event.preventDefault()
    sending()
    void rename.act({ deed: 'rename', id, label: typed ?? label ?? '' }, taken)
  }
  return (
    <form className={classes.form} onSubmit={send}>
      <TextInput
        label={text.name}
        description={text.nameHint}
        placeholder={label === null ? name : undefined}
        value={typed ?? label ?? ''}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => {
          rename.reset()
          type(event.currentTarget.value)
        }}
      />
      <Said error={rename.error} done={rename.isDone && text.saved} />
      <div>
        <Button type="submit" disabled={rename.isBusy}>
          {text.save}
        </Button>
      </div>
    </form>
  )
}

function KeepsWorking({ office: { id, name, keepsWorking } }: { office: ListedOffice }) {
  const keep = useDeed()
  return (
    <div className={classes.form}>
      <Checkbox
        label={text.keepsWorking}
        aria-label={text.keepsWorkingOf(name)}
        checked={keepsWorking}
        disabled={keep.isBusy}
        onChange={(event) => void keep.act({ deed: 'keep_working', id, keepsWorking: event.currentTarget.checked })}
      />
      <p className={classes.note}>{text.keepsNote}</p>
      <Said error={keep.error} />
    </div>
  )
}

function Remove({ office: { id, name, folder, isShown } }: { office: ListedOffice }) {
  const [isAsking, ask] = useState(false)
  const remove = useDeed()
  if (isShown) return <p className={`${classes.form} ${classes.note}`}>{text.removeShown}</p>
  return (
    <div className={classes.form}>
      <p className={classes.note}>{text.removeNote(folder)}</p>
      <Said error={remove.error} />
      <div>
        <Button disabled={remove.isBusy} onClick={() => ask(true)}>
          {text.remove}
        </Button>
      </div>
      <Question
        isOpen={isAsking}
        title={text.removeQuestion(name)}
        yes={text.removeYes}
        no={text.removeNo}
        isBusy={remove.isBusy}
        onYes={() => {
          ask(false)
          void remove.act({ deed: 'remove', id }, () => window.location.assign('#/offices'))
        }}
        onNo={() => ask(false)}
      >
        {text.removeNote(folder)}
      </Question>
    </div>
  )
}
