import { Button } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { ForRole } from '../app/lock/for-role'
import { useAct } from '../app/office'
import { datesInWords } from '../components/dates'
import { Entry } from '../components/entry'
import { Facts } from '../components/facts'
import { Mark } from '../components/mark'
import { refusalText } from '../components/refused-line'
import { Section } from '../components/section'
import { SidePanel } from '../components/side-panel'
import { words } from '../words/en'
import { scheduleInWords } from '../words/en/schedules'
import classes from './today.module.css'

type Today = Output<'today.read'>
type When = (iso: string) => string

const { today } = words

/** The right column: what comes next, what happened meanwhile, and the last backup. */
export function Beside({ read, when }: { read: Today; when: When }) {
  return (
    <SidePanel label={today.aside}>
      <Section title={today.next} inPanel>
        {read.next.length === 0 ? (
          <p className={classes.quiet}>{today.noneNext}</p>
        ) : (
          <ul>
            {read.next.map((one) => (
              <Entry
                key={one.schedule_id}
                narrow
                at={when(one.at)}
                what={
                  <a className={classes.plain} href={`#/schedules/${one.schedule_id}`}>
                    {scheduleInWords(one)}
                  </a>
                }
              />
            ))}
          </ul>
        )}
      </Section>
      {read.while_closed && <WhileClosed closed={read.while_closed} when={when} />}
      {read.notices.length > 0 && (
        <Section
          title={today.worthKnowing}
          count={read.notices.length}
          tools={<Seen ids={read.notices.map(({ id }) => id)} />}
          inPanel
        >
          <ul>
            {read.notices.map((notice) => (
              <Entry
                key={notice.id}
                narrow
                at={when(notice.at)}
                what={datesInWords(notice.reason.message, when)}
                why={notice.reason.fix}
              />
            ))}
          </ul>
        </Section>
      )}
      <LastBackup backup={read.backup} when={when} />
    </SidePanel>
  )
}

function WhileClosed({ closed, when }: { closed: NonNullable<Today['while_closed']>; when: When }) {
  return (
    <Section title={today.whileClosed} tools={<Seen ids={closed.notices.map(({ id }) => id)} />} inPanel>
      {closed.notices.map((notice) => (
        <p key={notice.id} className={classes.closed}>
          {datesInWords(notice.reason.message, when)} {notice.reason.fix}
        </p>
      ))}
      <ul>
        {closed.items.map((item) => (
          <Entry
            key={`${item.name} ${item.at}`}
            narrow
            at={when(item.at)}
            what={<Mark state={item.ran ? 'done' : 'skipped'} word={item.ran ? today.caughtUp : today.skipped} />}
            why={item.name}
          />
        ))}
      </ul>
    </Section>
  )
}

function Seen({ ids }: { ids: number[] }) {
  const see = useAct('office.see_notices')
  return (
    <ForRole needed="clerk">
      <Button variant="subtle" disabled={see.isPending} onClick={() => see.mutate({ ids })}>
        {today.seen}
      </Button>
    </ForRole>
  )
}

function LastBackup({ backup, when }: { backup: Today['backup']; when: When }) {
  const back = useAct('office.backup')
  return (
    <Section
      title={today.lastBackup}
      tools={
        <ForRole needed="owner">
          <Button variant="subtle" disabled={back.isPending} onClick={() => back.mutate({})}>
            {back.isPending ? today.backingUp : today.backUpNow}
          </Button>
        </ForRole>
      }
      inPanel
    >
      {back.error && (
        <p className={classes.quiet} role="alert">
          {refusalText(back.error)}
        </p>
      )}
      {backup.last_at === null ? (
        <p className={classes.quiet}>{today.noBackup}</p>
      ) : (
        <Facts
          facts={[
            [when(backup.last_at), <Mark key="verified" state="done" word={today.verified} />],
            [today.kept, today.keptBackups(backup.daily, backup.by_hand)],
          ]}
        />
      )}
    </Section>
  )
}
