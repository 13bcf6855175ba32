import { ActionIcon, Button, Table, Tooltip, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useOfficeClock } from '../app/live'
import { ForRole } from '../app/lock/for-role'
import { useAct, useAsk } from '../app/office'
import { Empty } from '../components/empty'
import { FilterLine } from '../components/filter-line'
import { Icon } from '../components/icons'
import { Ledger } from '../components/ledger'
import { Mark } from '../components/mark'
import { Page } from '../components/page'
import { Refusal } from '../components/refusal'
import { SaveList } from '../components/save-link'
import { Strip } from '../components/strip'
import { useFilter } from '../components/use-filter'
import { whenOf } from '../components/when'
import { taskInWords, words } from '../words/en'
import { scheduleInWords } from '../words/en/schedules'
import { restOf, sentenceOf, shortDates } from './in-words'
import { failedLast, ownerOf, type Schedule, stripOf } from './outcomes'
import classes from './schedules.module.css'

const text = words.schedules

/** What the office does by itself: each rule as a sentence, with what comes next and how the last thirty went. */
export function Schedules() {
  const about = useAsk('system.about', {})
  const list = useAsk('schedules.list', {})
  const run = useAct('schedules.run')
  const change = useAct('schedules.change')
  const [filter, setFilter] = useFilter()
  const [areFinishedShown, setFinishedShown] = useState(false)
  const now = useOfficeClock(about.data?.now)
  const zone = about.data?.zone
  if (!zone || !list.data) return null
  const all = list.data.items
  const shown = all.filter((one) => isMeant(one, filter.q ?? ''))
  const next = all.flatMap((one) => one.next_due_at ?? []).sort()[0]
  const count = (is: (one: Schedule) => boolean) => all.filter(is).length
  const [what, how] = text.noMatch
  return (
    <Page
      folio={next ? text.next(whenOf(next, zone, now)) : ''}
      title={text.title}
      note={text.summary(
        all.length,
        count((one) => one.resting?.code === 'schedule.paused'),
        count((one) => one.warnings.length > 0),
        zone,
      )}
      tools={
        <>
          {shown.length > 0 && (
            <SaveList
              method="exports.schedules"
              filter={shown.length === all.length ? {} : { ids: shown.map(({ id }) => id).join(',') }}
            />
          )}
          <ForRole needed="manager">
            <Button variant="filled" leftSection={<Icon name="plus" />} component="a" href="#/schedules/new">
              {text.newOne}
            </Button>
          </ForRole>
        </>
      }
      band={
        <FilterLine
          chosen={[]}
          terms={[]}
          text={filter.q ?? ''}
          hint={text.filterHint}
          shows={words.list.shows(shown.length, shown.length, true)}
          change={setFilter}
        />
      }
    >
      <Refusal error={run.error ?? change.error} />
      {shown.length === 0 ? (
        <Empty what={what} how={how}>
          <Button onClick={() => setFilter({ q: '' })}>{text.showAll}</Button>
        </Empty>
      ) : (
        <Ledger>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.columns.next}</Table.Th>
              <Table.Th>{text.columns.schedule}</Table.Th>
              <Table.Th className={classes.five}>{text.columns.five}</Table.Th>
              <Table.Th className={classes.strip}>{text.columns.thirty}</Table.Th>
              <Table.Th className={classes.actions}>
                <VisuallyHidden>{text.columns.actions}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          {groupsOf(shown).map(([name, schedules, finished]) => (
            <Table.Tbody key={name}>
              <Table.Tr data-group>
                <Table.Td />
                <Table.Td colSpan={4}>{name}</Table.Td>
              </Table.Tr>
              {[...schedules, ...(areFinishedShown || filter.q ? finished : [])].map((schedule) => (
                <ScheduleLine
                  key={schedule.id}
                  schedule={schedule}
                  when={(iso) => whenOf(iso, schedule.zone, now)}
                  run={() => run.mutate({ id: schedule.id })}
                  toggle={() => change.mutate({ id: schedule.id, enabled: !schedule.enabled })}
                />
              ))}
              {finished.length > 0 && !filter.q && (
                <Table.Tr>
                  <Table.Td />
                  <Table.Td colSpan={4} data-quiet>
                    {text.finished(finished.length)}
                    <Button
                      variant="subtle"
                      aria-expanded={areFinishedShown}
                      onClick={() => setFinishedShown(!areFinishedShown)}
                    >
                      {areFinishedShown ? text.hide : text.show}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              )}
            </Table.Tbody>
          ))}
        </Ledger>
      )}
    </Page>
  )
}

function isMeant(one: Schedule, q: string): boolean {
  const all =
    `${one.name} ${scheduleInWords(one)} ${taskInWords(one.task)} ${one.task} ${one.sentence} ${sentenceOf(one)} ${one.cron ?? ''}`.toLowerCase()
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

/** The rule of a period that was run has nothing more to do; a year of them is one line. */
const isFinished = (one: Schedule) => ownerOf(one) === 'rule' && one.resting?.code === 'schedule.once_done'

function groupsOf(schedules: Schedule[]): [name: string, schedules: Schedule[], finished: Schedule[]][] {
  const groups = new Map<string, Schedule[]>()
  const { own, rule, payroll, people, office } = text.groups
  for (const one of schedules) {
    const owner = ownerOf(one)
    const area = one.task.startsWith('payroll.') ? payroll : one.task.startsWith('people.') ? people : office
    const name = owner === 'own' ? own : owner === 'rule' ? rule : area
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  // The rules of two years of periods that are paid stand under those that come.
  groups.get(rule)?.sort((a, b) => Number(b.enabled) - Number(a.enabled) || Number(b.id) - Number(a.id))
  return [own, payroll, rule, people, office].flatMap((name) => {
    const group = groups.get(name)
    if (!group) return []
    const finished = group.filter(isFinished)
    return [[name, group.filter((one) => !finished.includes(one)), finished] as [string, Schedule[], Schedule[]]]
  })
}

type LineProps = { schedule: Schedule; when: (iso: string) => string; run: () => void; toggle: () => void }

function ScheduleLine({ schedule, when, run, toggle }: LineProps) {
  const { enabled, warnings, next, resting } = schedule
  const name = scheduleInWords(schedule)
  const [warning] = warnings
  return (
    <Table.Tr className={classes.row}>
      <Table.Td>{next[0] ? when(next[0]) : '–'}</Table.Td>
      <Table.Td>
        <div className={classes.words}>
          <a className={classes.name} href={`#/schedules/${schedule.id}`}>
            {name}
          </a>
          {!enabled && <Mark state="paused" word={resting?.code === 'schedule.paused' ? text.paused : text.resting} />}
          {failedLast(schedule) && <Mark state="failed" word={text.lastFailed} />}
          {warning && <Mark state="needs" word={warning.message} />}
        </div>
        <div className={classes.sentence}>
          {enabled ? sentenceOf(schedule) : (restOf(schedule)?.message ?? sentenceOf(schedule))}
        </div>
      </Table.Td>
      <Table.Td className={classes.dates} data-quiet>
        {shortDates(next, schedule.zone)}
      </Table.Td>
      <Table.Td>
        <Strip outcomes={stripOf(schedule)} of={text.ofOne(name)} />
      </Table.Td>
      <Table.Td>
        <ForRole needed="manager">
          <div className={classes.buttons}>
            <Tooltip label={text.runNow}>
              <ActionIcon aria-label={`${text.runNow}: ${name}`} onClick={run}>
                <Icon name="play" />
              </ActionIcon>
            </Tooltip>
            {resting?.code !== 'schedule.once_done' && (
              <Tooltip label={enabled ? text.pause : text.resume}>
                <ActionIcon aria-label={`${enabled ? text.pause : text.resume}: ${name}`} onClick={toggle}>
                  <Icon name={enabled ? 'pause' : 'resume'} />
                </ActionIcon>
              </Tooltip>
            )}
          </div>
        </ForRole>
      </Table.Td>
    </Table.Tr>
  )
}
