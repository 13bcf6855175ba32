import { Button, Select, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useParams } from '@tanstack/react-router'
import { useOfficeClock } from '../app/live'
import { useAct, useAsk } from '../app/office'
import { ActionBar } from '../components/action-bar'
import { Page } from '../components/page'
import { ReasonLine, Refusal } from '../components/refusal'
import { Section } from '../components/section'
import { whenOf } from '../components/when'
import { words } from '../words/en'
import { changesOf, isSame, newOf, useDraft } from './draft'
import { EditAside } from './edit-aside'
import classes from './edit-schedule.module.css'
import { restOf, sentenceOf, titleOf } from './in-words'
import { ownerOf, type Schedule } from './outcomes'
import { cronOf, ruleOfCron } from './rule'
import { Sentence } from './sentence'
import { TaskFields } from './task-fields'

const text = words.schedules.page
const all = <a href="#/schedules">{words.schedules.title}</a>

/** So many time zones are offered at once; typing finds the others. */
const OFFERED = 60

/** The page of one schedule, and of a new one. */
export function EditSchedule() {
  const { id } = useParams({ strict: false }) as { id?: string }
  const about = useAsk('system.about', {})
  const schedule = useAsk('schedules.get', { id: id ?? '' }, { when: id !== undefined })
  const now = useOfficeClock(about.data?.now)
  if (schedule.error && !schedule.data)
    return (
      <Page folio="" title={words.schedules.title} note={all}>
        <Refusal error={schedule.error} />
      </Page>
    )
  if (!about.data || (id !== undefined && !schedule.data)) return null
  return <Editor key={id ?? 'new'} schedule={schedule.data} zone={about.data.zone} now={now} />
}

function Editor({ schedule, zone, now }: { schedule: Schedule | undefined; zone: string; now: Date }) {
  const { draft, saved, isChanged, change, changeRule, keep } = useDraft(schedule, zone)
  const tasks = useAsk('inspect.registered', {}).data?.items ?? []
  const known = tasks.find((one) => one.task === draft.task)?.arguments ?? []
  const leave = () => (window.location.hash = '#/schedules')
  const save = useAct('schedules.change', { done: keep })
  const toggle = useAct('schedules.change')
  const add = useAct('schedules.create', { done: ({ id }) => (window.location.hash = `#/schedules/${id}`) })
  const remove = useAct('schedules.delete', { done: leave })
  const run = useAct('schedules.run')
  const owner = schedule ? ownerOf(schedule) : 'own'
  const cron = cronOf(draft.rule)
  const isAsSaved = schedule !== undefined && isSame(draft.rule, saved.rule) && draft.zone === saved.zone
  const preview = useAsk('schedules.preview', { cron: cron ?? '', zone: draft.zone }, { when: cron !== null })
  const next = isAsSaved ? schedule.next : cron === null ? null : (preview.data?.next ?? [])
  const dateOf = (iso: string) => inFull(iso, draft.zone)
  const confirm = () => {
    if (!schedule) add.mutate(newOf(draft, known))
    else if (isChanged) save.mutate({ id: schedule.id, ...changesOf(draft, saved, known) })
  }
  useHotkeys([['mod+S', confirm]], [])
  const canSave = schedule ? isChanged : draft.task !== ''
  const [first] = next ?? []
  const resting = schedule ? restOf(schedule) : null
  const isOver = owner === 'rule' && resting?.code === 'schedule.once_done' // nobody has to do anything about it
  return (
    <Page
      folio={schedule ? text.folios[owner] : text.newFolio}
      title={schedule ? titleOf(schedule) : text.newTitle}
      note={
        <>
          {all} / {schedule ? sentenceOf(schedule) : text.newNote}
        </>
      }
      tools={
        schedule && (
          <>
            <Button loading={run.isPending} onClick={() => run.mutate({ id: schedule.id })}>
              {words.schedules.runNow}
            </Button>
            <Button
              loading={toggle.isPending}
              onClick={() => toggle.mutate({ id: schedule.id, enabled: !schedule.enabled })}
            >
              {schedule.enabled ? words.schedules.pause : words.schedules.resume}
            </Button>
            {owner === 'own' && (
              <Button loading={remove.isPending} onClick={() => remove.mutate({ id: schedule.id })}>
                {text.remove}
              </Button>
            )}
          </>
        )
      }
      aside={
        <EditAside
          schedule={schedule}
          next={next}
          warnings={isAsSaved ? schedule.warnings : (preview.data?.warnings ?? [])}
          error={cron !== null && !isAsSaved ? preview.error : null}
          dateOf={dateOf}
          when={(iso) => whenOf(iso, draft.zone, now)}
        />
      }
      foot={
        <ActionBar words={first ? text.nextAt(dateOf(first)) : text.noNext} detail={text.saveDetail}>
          <Button component="a" href="#/schedules">
            {text.leave}
          </Button>
          {owner !== 'rule' && (
            <Button variant="filled" disabled={!canSave} loading={save.isPending || add.isPending} onClick={confirm}>
              {schedule ? text.save : text.add}
            </Button>
          )}
        </ActionBar>
      }
    >
      <Refusal error={save.error ?? add.error ?? toggle.error ?? remove.error ?? run.error} />
      {run.data && (
        <p className={classes.quiet} role="status">
          {text.started(run.data.task_id)} <a href={`#/tasks/${run.data.task_id}`}>{text.seeTask}</a>
        </p>
      )}
      {resting && !isOver && <ReasonLine isCalm reason={resting} />}
      {owner === 'rule' ? (
        <p className={classes.quiet}>{isOver ? `${resting.message} ${text.byRule}` : text.byRule}</p>
      ) : (
        <>
          <Section title={text.when}>
            <div className={classes.sentences}>
              <Sentence rule={draft.rule} change={changeRule} />
              <p>{text.whenOff}</p>
              <p>{text.whenBusy}</p>
            </div>
          </Section>
          <Section title={text.what}>
            <TaskFields
              tasks={tasks}
              task={draft.task}
              isFixed={owner === 'built'}
              typed={draft.typed}
              chooseTask={(task) => change({ task, typed: {} })}
              type={(patch) => change({ typed: { ...draft.typed, ...patch } })}
            />
            {schedule && <p className={classes.quiet}>{owner === 'built' ? text.builtIn : text.own}</p>}
          </Section>
          <Section title={text.advanced}>
            <div className={classes.advanced}>
              {owner === 'own' && (
                <TextInput
                  label={text.name}
                  value={draft.name}
                  onChange={(event) => change({ name: event.currentTarget.value })}
                />
              )}
              <TextInput
                className={classes.cron ?? ''}
                label={text.cron}
                value={cron ?? ''}
                onChange={(event) =>
                  change({ rule: { ...ruleOfCron(event.currentTarget.value, draft.rule), kind: 'cron' } })
                }
                onBlur={() => cron !== null && change({ rule: ruleOfCron(cron, draft.rule) })}
              />
              <Select
                className={classes.zone ?? ''}
                label={text.zone}
                data={zonesWith(draft.zone)}
                value={draft.zone}
                searchable
                limit={OFFERED}
                allowDeselect={false}
                onChange={(chosen) => chosen && change({ zone: chosen })}
              />
              <p className={classes.dst}>{text.dst}</p>
            </div>
          </Section>
        </>
      )}
    </Page>
  )
}

/** Fri 27 Nov 2026, 02:00, on the wall clock of the schedule's zone. */
function inFull(iso: string, zone: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const part = (wanted: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(words.locale, { timeZone: zone, ...wanted }).format(new Date(iso))
  return `${part(options).replace(',', '')}, ${part(time)}`
}

const zonesWith = (zone: string) => [...new Set([zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
