import { Button, Select, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useParams } from '@tanstack/react-router'
import { useRef } from 'react'
import { Refused } from '../app/client'
import { unsaved } from '../app/leaving/unsaved'
import { useUnsaved } from '../app/leaving/use-unsaved'
import { useOfficeClock } from '../app/live'
import { useMay } from '../app/lock/use-session'
import { useAct, useAsk, useSay } from '../app/office'
import { ActionBar } from '../components/action-bar'
import { Page } from '../components/page'
import { Refusal } from '../components/refusal'
import { Section } from '../components/section'
import { isSame } from '../components/use-fields'
import { whenOf } from '../components/when'
import { missingOf } from '../tasks/arguments'
import { TaskFields } from '../tasks/task-fields'
import { nameInWords } from '../tasks/values'
import { words } from '../words/en'
import { scheduleInWords } from '../words/en/schedules'
import { changesOf, newOf, useDraft } from './draft'
import { EditAside } from './edit-aside'
import classes from './edit-schedule.module.css'
import { inFull, restOf, sentenceOf } from './in-words'
import { ownerOf, type Schedule } from './outcomes'
import { PolicySentences } from './policies'
import { cronOf, ruleOfCron } from './rule'
import { useScheduleTools } from './schedule-tools'
import { Sentence } from './sentence'
import { usePreview } from './use-preview'

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
  // Somebody else may have deleted it while it stood here.
  if (schedule.error && (!schedule.data || isGone(schedule.error)))
    return (
      <Page folio="" title={words.schedules.title} note={all}>
        <Refusal error={schedule.error} />
      </Page>
    )
  if (!about.data || (id !== undefined && !schedule.data)) return null
  return <Editor key={id ?? 'new'} schedule={schedule.data} zone={about.data.zone} now={now} />
}

const isGone = (error: Error) => error instanceof Refused && error.code === 'schedule.not_found'

function Editor({ schedule, zone, now }: { schedule: Schedule | undefined; zone: string; now: Date }) {
  const { draft, saved, isChanged, change, changeRule, keep } = useDraft(schedule, zone)
  const tasks = useAsk('inspect.registered', {}).data?.items ?? []
  const known = tasks.find((one) => one.task === draft.task)?.arguments ?? []
  const say = useSay('schedules.get', { id: String(schedule?.id ?? '') })
  const sent = useRef(draft)
  const save = useAct('schedules.change', {
    done: (answer) => {
      say(answer) // what stood before would be taken for a change of somebody else's
      keep(answer, sent.current)
    },
  })
  const add = useAct('schedules.create', {
    goTo: ({ id }) => {
      unsaved.letGo()
      return `#/schedules/${id}`
    },
  })
  const { tools, notice } = useScheduleTools(schedule)
  const mayChange = useMay('manager')
  const owner = schedule ? ownerOf(schedule) : 'own'
  const cron = cronOf(draft.rule)
  const isAsSaved =
    schedule !== undefined &&
    isSame([draft.rule, draft.policies], [saved.rule, saved.policies]) &&
    draft.zone === saved.zone
  const preview = usePreview(cron, draft.zone, draft.policies.workingDay, draft.task)
  const wrong = cron !== null && !isAsSaved ? preview.error : null
  const next = isAsSaved ? schedule.next : cron === null ? null : (preview.data?.next ?? [])
  const dateOf = (iso: string) => inFull(iso, draft.zone)
  const missing = missingOf(known, draft.typed)
  const canSave =
    mayChange &&
    wrong === null &&
    missing.length === 0 &&
    (schedule ? isChanged && owner !== 'rule' : draft.task !== '')
  const confirm = () => {
    if (!canSave || add.isPending) return
    sent.current = draft
    if (schedule) save.mutate({ id: schedule.id, ...changesOf(draft, saved, known) })
    else add.mutate(newOf(draft, known))
  }
  useHotkeys([['mod+S', confirm]], [])
  useUnsaved(mayChange && isChanged && owner !== 'rule' ? { what: words.frame.leaving.changed } : null)
  const [first] = next ?? []
  const standing = () => {
    if (wrong) return text.wrongRule
    if (missing.length > 0) return text.stillNeeded(missing.map(nameInWords))
    return first ? text.nextAt(dateOf(first)) : text.noNext
  }
  const resting = schedule ? restOf(schedule) : null
  const isOver = owner === 'rule' && resting?.code === 'schedule.once_done' // nobody has to do anything about it
  return (
    <Page
      folio={schedule ? text.folios[owner] : text.newFolio}
      title={schedule ? scheduleInWords(schedule) : text.newTitle}
      note={
        <>
          {all} / {schedule ? sentenceOf(schedule) : text.newNote}
        </>
      }
      tools={tools}
      aside={
        <EditAside
          schedule={schedule}
          next={next}
          warnings={isAsSaved ? schedule.warnings : (preview.data?.warnings ?? [])}
          error={wrong}
          dateOf={dateOf}
          when={(iso) => whenOf(iso, draft.zone, now)}
        />
      }
      foot={
        <ActionBar
          words={standing()}
          detail={mayChange ? owner !== 'rule' && text.saveDetail : words.schedules.readOnly}
        >
          <Button component="a" href="#/schedules" data-cancels>
            {text.leave}
          </Button>
          {mayChange && owner !== 'rule' && (
            <Button variant="filled" disabled={!canSave} loading={save.isPending || add.isPending} onClick={confirm}>
              {schedule ? text.save : text.add}
            </Button>
          )}
        </ActionBar>
      }
    >
      <Refusal error={save.error ?? add.error} />
      {notice}
      {owner === 'rule' ? (
        <p className={classes.quiet}>{isOver ? `${resting.message} ${text.byRule}` : text.byRule}</p>
      ) : (
        <fieldset className={classes.fields} disabled={!mayChange}>
          <Section title={text.when}>
            <div className={classes.sentences}>
              <Sentence rule={draft.rule} change={changeRule} />
              <PolicySentences
                policies={draft.policies}
                hasDays={cron !== null}
                change={(patch) => change({ policies: { ...draft.policies, ...patch } })}
              />
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
                error={wrong !== null}
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
        </fieldset>
      )}
    </Page>
  )
}

const zonesWith = (zone: string) => [...new Set([zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
