-- Acting on many tasks at once: how far such a task has come, so that it goes on there after a crash.

create table bulk (
  task_id integer primary key references task (id),
  last_id integer not null,            -- the last task it has dealt with; it works from the newest to the oldest
  done    integer not null default 0
) strict;

create table bulk_outcome (
  task_id integer not null,
  outcome text not null,               -- done, or the code of the refusal
  n       integer not null,
  primary key (task_id, outcome)
) strict, without rowid;

-- Results are given up before the task itself is; the row keeps when.
alter table task add column result_gone_at integer;

-- Named locks: the row says who took it last and with which number; whether that still holds, the holder's lease says.
create table lock (
  name    text primary key,
  fence   integer not null,            -- one more at each taking: what writes under an older number is refused
  task_id integer not null,
  boot_id integer not null,
  attempt integer not null,
  taken_at integer not null
) strict, without rowid;

-- What was put back from a saved queue, so that the same line is not put back twice.
create table restored (
  digest  text primary key,
  task_id integer not null,
  at      integer not null
) strict, without rowid;
