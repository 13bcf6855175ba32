import path from 'node:path'
import Database from 'better-sqlite3'

const MINUTE = 60_000

/** Writes so many people, imports and audit entries into an office that is closed, and pay periods of forty years by the week. */
export function writeLongLists(folder: string, n: number, until: number): void {
  const db = new Database(path.join(folder, 'daybook.db'))
  const numbers = `with recursive n(i) as (select 1 union all select i + 1 from n where i < @n)`
  const at = `@until - (@n - i) * ${MINUTE}`
  const all = { n, until }
  db.transaction(() => {
    db.prepare(
      `${numbers} insert into party (kind, name, email, origin, created_at, changed_at)
       select 'person', printf('Person %06d', i), printf('person%d@example.org', i), 'user:1', ${at}, ${at} from n`,
    ).run(all)
    db.exec(
      `insert into party_role (party_id, role, external_ref, from_on, origin)
       select id, 'employee', printf('E%06d', id), '2020-01-01', origin from party where name like 'Person %'`,
    )
    db.prepare(
      `insert into file (sha256, size, media_type, original_name, created_at) values ('0', 1, 'text/csv', 'a.csv', @until)`,
    ).run({ until })
    db.prepare(
      `${numbers} insert into import_batch (kind, sha256, file_name, options, state, created_by, created_at)
       select iif(i % 3 = 0, 'clients', 'employees'), '0', printf('team %06d.csv', i), '{}',
              iif(i % 50 = 0, 'refused', 'applied'), 'user:1', ${at} from n`,
    ).run(all)
    db.prepare(
      `${numbers} insert into audit (seq, at, actor, action, entity, payload, prev_hash, hash)
       select (select max(seq) from audit) + i, ${at}, iif(i % 7 = 0, 'system', 'user:1'),
              iif(i % 50 = 0, 'import.received', 'schedule.changed'), 'schedule/1', '{}',
              printf('%064x', i - 1), printf('%064x', i) from n`,
    ).run(all)
    db.prepare(
      `${numbers} insert into period (period_type, start_on, end_on, status, description, automation_enabled, origin,
                                      created_at, changed_at)
       select 'weekly', date('1985-01-07', (i * 7) || ' days'), date('1985-01-13', (i * 7) || ' days'),
              iif(i % 50 = 0, 'draft', 'closed'), printf('Week %06d', i), 0, 'user:1', @until, @until from n`,
    ).run({ n: 2_080, until })
  })()
  db.close()
}
