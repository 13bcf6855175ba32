import path from 'node:path'
import { damageProblem, isDamage } from '../db/damage'
import { databaseFile, holdsOffice, prepareFolder } from '../db/folder'
import { lockFolder } from '../db/lock'
import { migrate } from '../db/migrate'
import { type Db, openDb } from '../db/open'
import { finishRestore } from '../db/restore'
import { finishSettingAside, keepWhatWasMade, setAsideUnlessMade } from '../db/set-aside'
import { syncedAtTheEnd } from '../db/sync-later'
import type { Office } from './api/office'
import { areas } from './areas'
import { createClock, type TestClock } from './engine/clock'
import { createEngine, type EmbeddedEngine } from './engine/create-engine'
import { createFileStore, type FileStore } from './engine/file-store'
import { InlineRunner } from './engine/inline-runner'
import { createReader, type ReaderThread } from './engine/reader-thread'
import { createScheduler, type Scheduler, whileClosedNotice } from './engine/scheduler'
import { Slots } from './engine/slots'
import { setImportKinds } from './imports/registry'
import { backUpBeforeMigration, checkOnReader, provideBackups } from './maintenance'
import { equipNotify, onTaskFailed } from './notify'
import { slotRuns } from './runs'
import { recordAudit, writeHead } from './shared/audit'
import { officeWorkingDays } from './shared/holidays'
import { type Keyring, keyringKey } from './shared/keyring'
import type { LogLevel } from './shared/log'
import { addNotice } from './shared/notices'
import { createSecretStore } from './shared/secrets'
import { readSetting, settleFreshOffice } from './shared/settings'
import { settleFirstOwner } from './shared/users/users'
import { testTasks } from './testing/tasks'
import { allowFaults, armFromEnvironment } from './values/faults'
import { Problem } from './values/problem'
import { parseInstant, type Zone } from './values/time'
import { wordReason } from './words'

export type OfficeConfig = {
  /** The data folder; made where it is missing. */
  folder: string
  version: string
  testMode: boolean
  /** False in a one-shot command: nothing fires that was not asked for. */
  scheduler: boolean
  /** False in a one-shot command: no mail leaves. */
  outbox: boolean
  /** Slots; how far their number follows the work, where it does. */
  concurrency: number
  scale?: { least: number; most: number }
  logLevel: LogLevel
  /** How long running tasks have to end when the office is closed; ten seconds unless said otherwise. */
  stopSeconds?: number
  /** The only queues this office works on; all unless said otherwise. */
  queues?: string[]
  /** Where the bundled slot and reader lie; beside this bundle unless said otherwise. */
  bundles?: string
  /** Makes the sample office of this seed; only in a folder that holds no office (`sample.folder_not_empty`). */
  sample?: { seed: number }
  /** The computer's keyring, where the desktop shell reaches one. */
  keyring?: Keyring
  onProblem?: (error: unknown) => void
}

export type OpenedOffice = { office: Office; close(): Promise<void> }

const STOP_SECONDS = 10

/**
 * Opens the office of a data folder: lock, database, migrations, engine, scheduler. The same under `daybook serve`, in
 * Electron's utility process and inside a test. Refuses in words what cannot be opened, and leaves no lock behind.
 */
export async function openOffice(config: OfficeConfig): Promise<OpenedOffice> {
  const folder = prepareFolder(config.folder)
  const lock = lockFolder(folder)
  let db: Db | null = null
  try {
    finishRestore(folder)
    finishSettingAside(folder)
    if (config.sample) beginSample(folder)
    const clock = createClock()
    const testNow = config.testMode ? parseInstant(process.env.DAYBOOK_TEST_NOW ?? '') : null
    if (testNow !== null) clock.set(testNow)
    db = openDb(databaseFile(folder))
    const opened = db
    await migrate(opened, { now: clock.now(), backUp: (_from, to) => backUpBeforeMigration(opened, clock.now(), to) })
    const dataKey = config.keyring ? await keyringKey(folder, config.keyring) : null
    return await assemble(config, { folder, db: opened, clock, dataKey, release: lock.release })
  } catch (error) {
    db?.close()
    lock.release()
    throw isDamage(error) ? damageProblem(folder, error) : error
  }
}

/** Whatever ends the making of the sample office half-way, the next start finds an empty folder. */
function beginSample(folder: string): void {
  if (holdsOffice(folder)) throw new Problem('sample.folder_not_empty', { folder }, { kind: 'conflict' })
  setAsideUnlessMade(folder, 'sample-unfinished')
}

type Opening = { folder: string; db: Db; clock: TestClock; dataKey: Buffer | null; release: () => void }

async function assemble(config: OfficeConfig, opening: Opening): Promise<OpenedOffice> {
  const { folder, db, clock, dataKey, release } = opening
  const files = createFileStore(folder)
  const secrets = createSecretStore(folder, db, dataKey)
  const bundles = config.bundles ?? __dirname
  const reader = createReader({ file: path.join(bundles, 'reader.cjs'), database: db.name })
  const zone = keptUntilChanged(() => readSetting(db, 'office').zone as Zone)
  setImportKinds(areas.flatMap((area) => area.importKinds))
  equipNotify(db, { secrets, word: wordReason })
  provideBackups(db, { now: clock.now, zone: zone.read, check: checkOnReader(reader) })

  const engine = makeEngine(config, { folder, db, clock, reader, files, bundles, zone: zone.read })
  engine.onEvent((event) => {
    if (event.type === 'setting_changed') zone.forget()
  })
  const scheduler = config.scheduler ? makeScheduler(config, db, engine) : null
  try {
    await engine.write('system', (write) => {
      settleFreshOffice(write)
      settleFirstOwner(write)
    })
    await engine.start()
    if (config.sample) {
      const { makeSampleOffice } = await import('./sample') // only ever loaded here
      const parts = { engine, clock, files, seed: config.sample.seed }
      await syncedAtTheEnd(db, () => makeSampleOffice(parts)) // `beginSample` had half of one set aside
      keepWhatWasMade(folder)
      if (config.queues) engine.queues.serveOnly(config.queues)
    }
    await scheduler?.start()
  } catch (error) {
    // Nothing of a half-open office goes on: its timers would meet a database that is closed.
    await engine.stop(0)
    await reader.close()
    throw error
  }

  const { version, testMode } = config
  const office: Office = { folder, db, engine, scheduler, files, secrets, clock, version, testMode }
  return {
    office,
    async close() {
      try {
        await scheduler?.stop()
        await engine.stop((config.stopSeconds ?? STOP_SECONDS) * 1000)
        await reader.close()
        await writeHead(folder, db)
      } finally {
        db.close()
        release()
      }
    },
  }
}

type Parts = {
  folder: string
  db: Db
  clock: TestClock
  reader: ReaderThread
  files: FileStore
  bundles: string
  zone: () => Zone
}

function makeEngine(config: OfficeConfig, { folder, db, clock, reader, files, bundles, zone }: Parts): EmbeddedEngine {
  const { testMode, concurrency } = config
  const faults = testMode ? allowFaults() : null
  if (testMode) armFromEnvironment(process.env.DAYBOOK_TEST_FAULT)
  return createEngine({
    db,
    clock,
    zone,
    tasks: [...areas.flatMap((area) => area.tasks), ...(testMode ? testTasks : [])],
    version: config.version,
    reader,
    network: config.outbox,
    // The sample office lives its years on all of them.
    ...(config.queues && !config.sample && { queues: config.queues }),
    runner: new Slots({
      file: path.join(bundles, 'slot.cjs'),
      folder,
      count: concurrency,
      ...(config.scale && { scale: config.scale }),
      testMode,
      faults,
    }),
    fallback: () => new InlineRunner({ runs: slotRuns(testMode), files }),
    taskFailed: onTaskFailed,
    committed: () => void writeHead(folder, db),
  })
}

function makeScheduler(config: OfficeConfig, db: Db, engine: EmbeddedEngine): Scheduler {
  const days = keptUntilChanged(() => officeWorkingDays(db))
  engine.onEvent(({ type }) => {
    if (type === 'setting_changed' || type === 'holidays_changed') days.forget()
  })
  return createScheduler({
    engine,
    builtIn: areas.flatMap((area) => area.schedules.map((schedule) => ({ ...schedule, module: area.module }))),
    isModuleOn: (name) => {
      const modules: Record<string, boolean> = readSetting(db, 'modules')
      return modules[name] === true
    },
    workingDays: days.read,
    audit: recordAudit,
    onCaughtUp: (write, closed) => {
      addNotice(write, whileClosedNotice(closed))
    },
    ...(config.onProblem && { onProblem: config.onProblem }),
  })
}

/** What is asked for at every claim or look: read once, and again only when a setting has changed. */
function keptUntilChanged<T>(read: () => T): { read: () => T; forget: () => void } {
  let known: { value: T } | null = null
  return {
    read: () => {
      known ??= { value: read() }
      return known.value
    },
    forget: () => {
      known = null
    },
  }
}
