import type { Output } from '../../jobs/api/contract'
import { Entry } from '../components/entry'
import { Facts } from '../components/facts'
import { Mark } from '../components/mark'
import { Section } from '../components/section'
import { SidePanel } from '../components/side-panel'
import { words } from '../words/en'
import classes from './today.module.css'

type BesideProps = {
  schedules: Output<'schedules.list'> | undefined
  notices: Output<'office.notices'> | undefined
  health: Output<'system.health'> | undefined
  when: (iso: string) => string
}

const SHOWN = 8

/** The right column: what comes next, what happened meanwhile, and how the office is. */
export function Beside({ schedules, notices, health, when }: BesideProps) {
  const next = (schedules?.items ?? [])
    .flatMap((one) => (one.enabled && one.next_due_at ? [{ ...one, at: one.next_due_at }] : []))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, SHOWN)
  return (
    <SidePanel label={words.office}>
      <Section title={words.next} inPanel>
        {next.length === 0 ? (
          <p className={classes.quiet}>{words.noneNext}</p>
        ) : (
          <ul>
            {next.map((one) => (
              <Entry key={one.id} narrow at={when(one.at)} what={one.name} />
            ))}
          </ul>
        )}
      </Section>
      {notices && notices.items.length > 0 && (
        <Section title={words.notices} count={notices.items.length} inPanel>
          <ul>
            {notices.items.slice(0, SHOWN).map((notice) => (
              <Entry key={notice.id} narrow at={when(notice.at)} what={notice.reason.message} why={notice.reason.fix} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={words.health} inPanel>
        <Facts
          facts={(health?.checks ?? []).map((check) => [
            words.checks[check.name] ?? check.name,
            check.ok ? check.detail : <Mark key={check.name} state="needs" word={check.detail} />,
          ])}
        />
      </Section>
    </SidePanel>
  )
}
