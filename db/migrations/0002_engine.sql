-- The engine: queues, tasks, attempts, schedules (jobs/engine).

create table boot (
  id         integer primary key,      -- one office process; a lease of another boot is lost by definition
  started_at integer not null,
  pid        integer not null,
  version    text not null,
  ended_at   integer                   -- null: still running, or ended without a word
) strict;

create table queue (
  id       integer primary key,
  name     text not null unique,
  priority integer not null,           -- what its tasks get where they name none
  paused   integer not null default 0 check (paused in (0, 1))
) strict;

create table task_name (
  id   integer primary key,
  name text not null unique
) strict;

create table task (
  id           integer primary key,
  name_id      integer not null references task_name (id),
  queue_id     integer not null references queue (id),
  lane         integer not null,       -- 0 slots, 1 network
  priority     integer not null,       -- higher first
  state        text not null,          -- ready, waiting (due_at), running, success, failure, revoked, expired
  args         text not null,          -- JSON object
  open_key     text,                   -- the unique key while unfinished, then null
  key          text,                   -- the unique key, kept for the reader
  origin       text not null,          -- 'user:1', 'task:7', 'schedule:3', 'system'
  created_at   integer not null,
  due_at       integer,                -- eta, countdown or the next retry
  expires_at   integer,
  started_at   integer,                -- of the running attempt
  finished_at  integer,
  attempt      integer not null default 0,
  retries      integer not null default 0,  -- failures that were tried again
  losses       integer not null default 0,  -- deliveries whose slot died
  boot_losses  integer not null default 0,  -- deliveries whose office died: rarely the task's own fault, so counted apart
  boot_id      integer,                -- the lease: boot, slot, attempt
  slot         text,
  progress     text,                   -- JSON {current, total, status}
  result       text,                   -- JSON
  error        text,                   -- JSON {code, params}
  revoked      integer not null default 0   -- asked to stop while running
) strict;

-- Partial indexes whose terms the queries repeat word for word: SQLite proves equal terms only.
create index task_ready on task (lane, queue_id, priority desc, id) where state = 'ready';
create index task_waiting on task (due_at) where state = 'waiting';
create index task_running on task (id) where state = 'running';
create index task_expiring on task (expires_at) where state = 'ready' and expires_at is not null;
create unique index task_open_key on task (name_id, open_key) where open_key is not null;
create index task_finished_state on task (state, id) where finished_at is not null;
create index task_finished_name on task (name_id, state, id) where finished_at is not null;

-- Written once, when the attempt ends; a running attempt is read from the task's lease.
create table attempt (
  task_id     integer not null references task (id),
  n           integer not null,
  boot_id     integer not null,
  slot        text not null,
  started_at  integer not null,
  finished_at integer not null,
  outcome     text not null,           -- success, error, lost, stale, revoked, limit
  error       text,
  primary key (task_id, n)
) strict, without rowid;

create table task_log (
  id      integer primary key,
  task_id integer not null references task (id),
  attempt integer not null,
  at      integer not null,
  level   text not null,
  text    text not null
) strict;
create index task_log_by_task on task_log (task_id, id);

-- What the monitor counts, so that nobody counts ten million rows.
create table task_count (
  name_id  integer not null,
  queue_id integer not null,
  state    text not null,
  n        integer not null,
  primary key (name_id, queue_id, state)
) strict, without rowid;

-- Filled in behind by the engine, never at enqueue; `engine_mark.indexed_to` is the last task it holds.
create virtual table task_text using fts5 (text, content = '', contentless_delete = 1, tokenize = 'unicode61');

create table engine_mark (
  name  text primary key,
  value integer not null
) strict, without rowid;

create table schedule (
  id            integer primary key,
  name          text not null unique,
  task          text not null,
  args          text not null,         -- JSON
  cron          text,
  every_minutes integer,
  once_at       integer,
  zone          text not null,
  misfire       text not null default 'latest' check (misfire in ('skip', 'latest', 'all')),
  overlap       text not null default 'skip' check (overlap in ('skip', 'queue', 'replace', 'allow')),
  working_day   text not null default 'unchanged' check (working_day in ('unchanged', 'before', 'after')),
  jitter_s      integer not null default 0,
  expires_s     integer,
  enabled       integer not null check (enabled in (0, 1)),
  origin        text not null,         -- 'built_in', 'period:7', 'user:1'
  module        text,                  -- the module that has to be on
  anchor_at     integer not null,      -- what every_minutes counts from
  next_due_at   integer,
  created_at    integer not null,
  changed_at    integer not null,
  check ((cron is not null) + (every_minutes is not null) + (once_at is not null) = 1)
) strict;
create index schedule_due on schedule (next_due_at) where enabled = 1;

create table occurrence (
  id          integer primary key,
  schedule_id integer not null references schedule (id) on delete cascade,
  due_at      integer not null,
  state       text not null,           -- enqueued, skipped, coalesced, by_hand
  reason      text,                    -- JSON {code, params}
  task_id     integer,
  late_s      integer not null default 0,
  decided_at  integer not null,
  unique (schedule_id, due_at)
) strict;
