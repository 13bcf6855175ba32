-- What each row of an import became, beside the row and not in it: a row of a file holds a kilobyte, and writing its entity
-- into it wrote every row of the file a second time.
create table import_made (
  batch_id integer not null references import_batch (id),
  n        integer not null,              -- the row's number in the file
  entity   text not null,                 -- 'party:12'
  primary key (batch_id, n)
) strict, without rowid;

insert into import_made (batch_id, n, entity)
select batch_id, n, entity from import_row where outcome = 'create' and entity is not null;
update import_row set entity = null where outcome = 'create' and entity is not null;
