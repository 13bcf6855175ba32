import { unpack } from '../../jobs/values/deflated'
import type { Db } from '../open'

type TextRow = { id: number; name: string; key: string | null; args: string; error: string | null }

/** Long arguments are held deflated: what is indexed is what they say. */
const textOf = ({ name, key, args, error }: TextRow): string =>
  `${name} ${key ?? ''} ${unpack(args).slice(0, 20_000)} ${error ?? ''}`

const ROW = `
  select task.id, task_name.name, task.key, task.args, task.error
  from task join task_name on task_name.id = task.name_id`

/** The full-text rows of tasks: name, key and arguments, and the error once there is one. */
export function textQueries(db: Db) {
  const newest = db.prepare<[], number | null>('select max(id) from task').pluck()
  const mark = db.prepare<[], number>("select value from engine_mark where name = 'indexed_to'").pluck()
  const setMark = db.prepare(`
    insert into engine_mark (name, value) values ('indexed_to', ?) on conflict do update set value = excluded.value`)
  const next = db.prepare<[number, number], TextRow>(`${ROW} where task.id > ? order by task.id limit ?`)
  const add = db.prepare('insert into task_text (rowid, text) values (?, ?)')
  return {
    hasMore: () => (newest.get() ?? 0) > (mark.get() ?? 0),
    indexNext(count: number): void {
      const rows = next.all(mark.get() ?? 0, count)
      for (const row of rows) add.run(row.id, textOf(row))
      const last = rows.at(-1)
      if (last) setMark.run(last.id)
    },
  }
}

/**
 * Puts the error of a task that was in the full text before it failed into its row there; of one that is not in it yet the
 * row is written later, with its error. Call it in the transaction of the ending.
 */
export function errorTextQuery(db: Db): (id: number) => void {
  const indexed = db.prepare<[number], TextRow>(`
    ${ROW} where task.id = ? and task.id <= (select value from engine_mark where name = 'indexed_to')`)
  const renew = db.prepare('insert or replace into task_text (rowid, text) values (?, ?)')
  return (id) => {
    const row = indexed.get(id)
    if (row) renew.run(id, textOf(row))
  }
}
