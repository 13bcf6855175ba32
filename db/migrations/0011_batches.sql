-- Tasks that belong together: chains, groups and chords (a group with a completion).

create table batch (
  id          integer primary key,
  kind        text not null check (kind in ('chain', 'group', 'chord')),
  state       text not null,           -- running, success, failure, revoked
  size        integer not null,        -- its members; the completion of a chord is not counted
  succeeded   integer not null default 0,
  ended       integer not null default 0,
  completion  integer references task (id),  -- of a chord
  origin      text not null,
  created_at  integer not null,
  finished_at integer,
  error       text                     -- JSON {code, params}: which member failed, and why
) strict;

create table batch_member (
  batch_id  integer not null references batch (id),
  position  integer not null,          -- from 0; the completion stands last
  task_id   integer not null unique references task (id),
  result_as text,                      -- the argument that is given what came before; null: nothing is handed on
  primary key (batch_id, position)
) strict, without rowid;

-- Read with the claim, so that the end of a task that belongs to no batch costs no statement more.
alter table task add column batch_id integer;
create index batch_by_state on batch (state, id);
