-- Imports: a dropped file, its rows as they were checked, and what they replaced (jobs/imports).

create table import_batch (
  id             integer primary key,
  kind           text not null,
  sha256         text not null references file (sha256),
  file_name      text not null,
  options        text not null,           -- canonical JSON, so that equal options are equal text
  state          text not null check (state in
                   ('reading', 'mapping', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone', 'refused')),
  reason         text,                    -- JSON {code, params}: why it was refused, or why apply or undo went back
  revision       integer not null default 0,  -- counts answers and typed cells: part of the check's input version
  mapping        text not null default '{}',  -- JSON {field: column header or null}: what the administrator said
  answers        text not null default '{}',  -- JSON {column: choice}
  reading        text,                    -- JSON: columns, mapping, readings, questions and left-alone columns of the check
  findings       text not null default '[]',  -- JSON: what is to be said about the file as a whole
  facts_digest   text,                    -- what the rows were compared with; where it differs they are planned again
  rows_n         integer not null default 0,
  create_n       integer not null default 0,
  update_n       integer not null default 0,
  unchanged_n    integer not null default 0,
  duplicate_n    integer not null default 0,
  error_n        integer not null default 0,
  warning_n      integer not null default 0,  -- rows with a warning, whatever becomes of them
  task_id        integer,
  created_by     text not null,
  created_at     integer not null,
  checked_at     integer,
  applied_rows   text check (applied_rows in ('all', 'good')),
  applied_n      integer not null default 0,
  applied_by     text,
  applied_at     integer,
  undone_by      text,
  undone_at      integer,
  kept           text not null default '[]'   -- JSON: rows that undo left, with the reason
) strict;
create index import_batch_by_file on import_batch (sha256, kind);

-- A rowid table with a second index: rows of a kilobyte or two spill to overflow pages in a table without rowid.
create table import_row (
  batch_id  integer not null references import_batch (id),
  n         integer not null,             -- the row's number in the file, as a spreadsheet shows it
  outcome   text not null check (outcome in ('create', 'update', 'unchanged', 'duplicate', 'error')),
  key       text,                         -- the kind's business key
  first_row integer,                      -- of a duplicate: the row that stands for it
  entity    text,                         -- 'party:12'
  cells     text not null,                -- JSON array: the cells as the file has them; never changed
  vals      text,                         -- JSON: the parsed values (bigint as {"$": "123"}); null where some could not be read
  changes   text,                         -- JSON [{field, before, after}]
  errors    text,                         -- JSON [{column, found, reason}]; null: none
  warnings  text
) strict;
create unique index import_row_by_number on import_row (batch_id, n);
create index import_row_by_key on import_row (batch_id, key, n) where key is not null;
create index import_row_with_errors on import_row (batch_id, n) where errors is not null;
create index import_row_with_warnings on import_row (batch_id, n) where warnings is not null;

-- What was typed over a cell. It stands beside the file's cell and outlives a new check.
create table import_edit (
  batch_id integer not null references import_batch (id),
  n        integer not null,
  position integer not null,              -- of the column in the file, from 0
  value    text not null,
  actor    text not null,
  at       integer not null,
  primary key (batch_id, n, position)
) strict, without rowid;

-- Remembered per kind and set of headers, in whatever order they stand.
create table import_mapping (
  kind        text not null,
  fingerprint text not null,
  mapping     text not null,              -- JSON {field: column header or null}
  answers     text not null,              -- JSON {column: choice}
  changed_at  integer not null,
  primary key (kind, fingerprint)
) strict, without rowid;

-- Every row of a business table that applying a batch touched: as it was, and as it was left. Undo puts back what was.
create table import_before (
  batch_id   integer not null references import_batch (id),
  table_name text not null,
  key        text not null,               -- JSON array of the primary key's values
  before     text,                        -- JSON of the whole row; null: there was none
  after      text,                        -- the same as applying left it; null: it was deleted
  primary key (batch_id, table_name, key)
) strict, without rowid;
