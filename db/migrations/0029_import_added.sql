-- The rows that a page of an import added to a table, together: each as it was left, an array of values in the order of
-- `columns`. A row of its own for each of them (import_before) was half of what applying writes. Undoing lays them out
-- there first.
create table import_added (
  id         integer primary key,
  batch_id   integer not null references import_batch (id),
  table_name text not null,
  first      integer not null,              -- the lowest and the highest of their numbers
  last       integer not null,
  rows_n     integer not null,
  columns    text not null,                 -- JSON array of names
  rows       text not null                  -- JSON array of arrays; a blob as hexadecimal text
) strict;
create index import_added_by_table on import_added (batch_id, table_name, first);
