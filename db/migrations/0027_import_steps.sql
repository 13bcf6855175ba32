-- What is done to many rows of a checked import at once: fixes of a cause, replacements. Each can be taken back, last first.

create table import_step (
  batch_id integer not null references import_batch (id),
  step     integer not null,             -- 1, 2, … within the import
  what     text not null,                -- JSON: the cause and what is done to its rows
  state    text not null check (state in ('doing', 'done', 'taken_back')),
  rows_n   integer not null default 0,   -- rows it changed
  actor    text not null,
  at       integer not null,
  primary key (batch_id, step)
) strict, without rowid;

-- What was typed over a cell before the step and after it; null: nothing, the file's own cell counts.
create table import_step_cell (
  batch_id integer not null,
  step     integer not null,
  n        integer not null,
  position integer not null,             -- -2: what was said of the whole row
  before   text,
  after    text,
  primary key (batch_id, step, n, position),
  foreign key (batch_id, step) references import_step (batch_id, step)
) strict, without rowid;

-- Rows a person has left out: they are stored as unchanged, with what the file itself has against them (JSON, as in errors).
alter table import_row add column left_out text;
alter table import_batch add column skipped_n integer not null default 0;
