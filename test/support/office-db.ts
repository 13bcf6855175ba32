import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { z } from 'zod'
import { applyMigrations } from '../../db/migrate'
import { type Db, openDb } from '../../db/open'
import type { Actor, EnqueueOptions, OfficeEvent, Write } from '../../jobs/engine/write'
import { OfficeSetting } from '../../jobs/shared/setting-schemas'
import { settleFreshOffice, writeSetting } from '../../jobs/shared/settings'
import { type Instant, instant, type Zone } from '../../jobs/values/time'

const folders: string[] = []
process.once('exit', () => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true })
})

/** An empty folder of its own, removed when the test process ends. */
export function tempFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daybook-test-'))
  folders.push(folder)
  return folder
}

/** 2 January 2026, 09:00 in Lisbon. */
export const TEST_NOW = instant(Date.UTC(2026, 0, 2, 9))

let template: string | null = null

/** A migrated database without anything in it; made once a process and copied from then on. */
function freshDatabase(): string {
  const file = path.join(tempFolder(), 'daybook.db')
  if (template) fs.copyFileSync(template, file)
  else {
    const db = openDb(file)
    applyMigrations(db, TEST_NOW)
    db.close() // the last connection empties the log into the file
    template = path.join(tempFolder(), 'template.db')
    fs.copyFileSync(file, template)
  }
  return file
}

/**
 * A migrated office database in a temp folder, an office in Lisbon that counts in euros unless the test says otherwise.
 * The folder is `path.dirname(db.name)`.
 */
export function openTestDb(office: Partial<z.input<typeof OfficeSetting>> = {}): Db {
  const db = openDb(freshDatabase())
  const write = testWrite(db)
  db.transaction(() => {
    const standing = { name: 'Test office', currency: 'EUR', zone: 'Europe/Lisbon', language: 'en' }
    writeSetting(write, 'office', OfficeSetting.parse({ ...standing, ...office }))
    settleFreshOffice(write)
  })()
  return db
}

/** A database like one whose office has stopped, to go on with apart from it. */
export function copyOfDb(db: Db): Db {
  db.pragma('wal_checkpoint(TRUNCATE)')
  const file = path.join(tempFolder(), 'daybook.db')
  fs.copyFileSync(db.name, file)
  return openDb(file)
}

export type TestWrite = Write & {
  readonly enqueued: { task: string; args: Record<string, unknown>; options?: EnqueueOptions }[]
  readonly emitted: OfficeEvent[]
}

/** A write as the areas get it, but outside the engine: it records what is enqueued and emitted. Wrap it in `db.transaction` to roll back. */
export function testWrite(db: Db, given: { now?: Instant; actor?: Actor; zone?: Zone } = {}): TestWrite {
  const enqueued: TestWrite['enqueued'] = []
  const emitted: OfficeEvent[] = []
  return {
    db,
    now: given.now ?? TEST_NOW,
    zone: given.zone ?? ('Europe/Lisbon' as Zone),
    actor: given.actor ?? 'user:1',
    enqueued,
    emitted,
    enqueue(task, args, options) {
      enqueued.push(options ? { task, args, options } : { task, args })
      return { taskId: enqueued.length, deduplicated: false, state: 'PENDING' }
    },
    emit: (event) => {
      emitted.push(event)
    },
  }
}
