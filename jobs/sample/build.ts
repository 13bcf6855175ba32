import type { TestClock } from '../engine/clock'
import type { EmbeddedEngine } from '../engine/create-engine'
import type { FileStore } from '../engine/file-store'
import { createScheduler, localToInstant } from '../engine/scheduler'
import type { Write } from '../engine/write'
import { startApply, startImport } from '../imports'
import { approveRun, createPeriod, markRunPaid, requestRun, requestSend, runOfPeriod, setMonthItems } from '../payroll'
import { addEmployee, changeEmployee } from '../people'
import { recordAudit } from '../shared/audit'
import { seeNotices, unseenNotices } from '../shared/notices'
import { findByRef } from '../shared/parties'
import {
  addDays,
  addMonths,
  dateIn,
  firstOfMonth,
  type Instant,
  type LocalDate,
  type Month,
  monthOf,
} from '../values/time'
import { phoneFile, salaryFile } from './files'
import { settleSampleOffice } from './settings'
import { daysOf, type MonthStory, type Newcomer, SAMPLE_DOMAIN, type Story, tellStory } from './story'

export type SampleParts = { engine: EmbeddedEngine; clock: TestClock; files: FileStore; seed: number }

const OWNER = 'user:1'
/** Payslips are mailed in the newest months only: a thousand more mails would show nothing else. */
const MAILED_MONTHS = 3

/**
 * Lives the sample office through its two years. The engine works as ever, on a clock that is set from one day of the
 * story to the next: each period falls due by its own rule, its run is a task, and whoever approves does what the window
 * does. So every row of the office was written by the function that writes it in a real one. At the end the clock shows
 * the machine's time again. The office must be fresh, and its own scheduler not yet started.
 */
export async function makeSampleOffice(parts: SampleParts): Promise<void> {
  const teller = new SampleOffice(parts)
  try {
    await teller.live()
  } finally {
    teller.backToToday()
  }
}

class SampleOffice {
  readonly #parts: SampleParts
  readonly #today: Instant
  readonly #story: Story
  readonly #month: Month

  constructor(parts: SampleParts) {
    this.#parts = parts
    this.#today = parts.clock.now()
    this.#month = monthOf(dateIn(this.#today, parts.engine.zone()))
    this.#story = tellStory(parts.seed, this.#month)
  }

  backToToday(): void {
    this.#parts.clock.set(this.#today)
  }

  async live(): Promise<void> {
    const { engine, seed } = this.#parts
    const { founders, months, current } = this.#story
    this.#setClock(firstOfMonth(months[0]?.month ?? this.#month), '08:30')
    await this.#write((write) => settleSampleOffice(write, seed))
    const scheduler = createScheduler({
      engine,
      builtIn: [], // theirs begins with the real clock
      isModuleOn: () => true,
      audit: recordAudit,
      onCaughtUp: () => undefined,
    })
    await scheduler.start()
    try {
      await this.#importSalaries(founders, months[0]?.month ?? this.#month)
      for (const story of months) await this.#liveMonth(story, () => scheduler.tick())
      await this.#openMonth(current, () => scheduler.tick())
    } finally {
      await scheduler.stop()
    }
  }

  async #liveMonth(story: MonthStory, tick: () => Promise<void>): Promise<void> {
    const { start, end } = daysOf(story.month)
    const { engine } = this.#parts
    this.#setClock(start, '09:05')
    const periodId = await this.#begin(story)
    this.#parts.clock.set(this.#dueAt(end))
    await tick()
    await engine.drained()
    this.#setClock(addDays(end, -2), '10:20')
    const runId = runOfPeriod(engine.db, periodId)
    await this.#write((write) => approveRun(write, runId))
    await engine.drained()
    if (story.month >= addMonths(this.#month, -MAILED_MONTHS)) {
      await this.#write((write) => requestSend(write, runId))
      await engine.drained()
    }
    this.#setClock(end, '11:00')
    await this.#write((write) => {
      markRunPaid(write, runId)
      seeNotices(
        write,
        unseenNotices(write.db).map(({ id }) => id),
      )
    })
  }

  /** The month of today: a draft with something to look at, and a list that waits for its two mistakes to be mended. */
  async #openMonth(story: MonthStory, tick: () => Promise<void>): Promise<void> {
    const { engine } = this.#parts
    const dueAt = this.#dueAt(daysOf(story.month).end)
    if (this.#today < dueAt) {
      this.backToToday()
      const periodId = await this.#begin(story)
      await this.#write((write) => requestRun(write, periodId, true))
    } else {
      // In the last days of a month it has fallen due by itself, or the office would run it again when it opens.
      this.#setClock(daysOf(story.month).start, '09:05')
      await this.#begin(story)
      this.#parts.clock.set(dueAt)
      await tick()
    }
    await engine.drained()
    this.backToToday()
    const left = new Set(this.#story.months.flatMap(({ leavers }) => leavers.map(({ ref }) => ref)))
    const listed = this.#story.founders.filter(({ ref }) => !left.has(ref)).slice(0, 12)
    await this.#import('Telephone list.csv', phoneFile(listed), 'employees', {})
  }

  async #importSalaries(people: readonly Newcomer[], month: Month): Promise<void> {
    const [year, number] = month.split('-').map(Number)
    const options = { year, month: number, salary_period: 'monthly' }
    const importId = await this.#import('Salaries.csv', salaryFile(people), 'salaries', options)
    const { engine } = this.#parts
    const { taskId } = await this.#write((write) => startApply(write, importId, 'all'))
    await engine.finished(taskId)
    await engine.drained()
  }

  async #import(name: string, text: string, kind: string, options: Record<string, unknown>): Promise<number> {
    const { engine, files } = this.#parts
    const stored = await files.put(Buffer.from(text), 'text/csv', name)
    const started = await this.#write((write) => startImport(write, stored, kind, options))
    await engine.finished(started.taskId)
    await engine.drained()
    return started.importId
  }

  /** What a month brings, and its pay period; the period's number. */
  #begin(story: MonthStory): Promise<number> {
    return this.#write((write) => {
      this.#tell(write, story)
      return openPeriod(write, story.month)
    })
  }

  /** Who comes, goes and earns more in a month, and what is paid once. */
  #tell(write: Write, { month, joiners, leavers, raises, items }: MonthStory): void {
    for (const one of joiners) {
      addEmployee(write, {
        externalRef: one.ref,
        givenName: one.given,
        familyName: one.family,
        department: one.department,
        email: one.email,
        hireDate: one.hiredOn,
        ...(one.baseMinor === null ? {} : { baseMinor: one.baseMinor, from: one.hiredOn }),
      })
    }
    const from = firstOfMonth(month)
    for (const { ref, baseMinor } of raises) changeEmployee(write, partyOf(write, ref), { baseMinor, from })
    for (const { ref, on } of leavers) changeEmployee(write, partyOf(write, ref), { terminationDate: on })
    for (const one of items) {
      const party = { partyId: partyOf(write, one.ref), month, source: 'typed', origin: write.actor }
      setMonthItems(write, { ...party, items: one.items })
    }
  }

  #write<T>(work: (write: Write) => T): Promise<T> {
    return this.#parts.engine.write(OWNER, work)
  }

  #setClock(date: LocalDate, time: string): void {
    this.#parts.clock.set(localToInstant(date, time, this.#parts.engine.zone()))
  }

  /** When a period with this last day falls due (`openPeriod`). */
  #dueAt(end: LocalDate): Instant {
    return localToInstant(addDays(end, -3), '02:00', this.#parts.engine.zone())
  }
}

/** 2026-11 as November 2026. */
const monthInWords = (month: Month): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01`))

/** Due three days before its end; the daily look is at two in the morning. */
function openPeriod(write: Write, month: Month): number {
  const { start, end } = daysOf(month)
  return createPeriod(write, {
    start_date: start,
    end_date: end,
    period_type: 'monthly',
    automation_enabled: true,
    automation_rule: { days_before_end: 3, notification_emails: [`payroll@${SAMPLE_DOMAIN}`] },
    status: 'active',
    description: monthInWords(month),
  })
}

function partyOf(write: Write, ref: string): number {
  const party = findByRef(write.db, 'employee', ref)
  if (party === null) throw new Error(`nobody in the sample office has the number ${ref}`)
  return party
}
