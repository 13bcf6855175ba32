-- An import is applied and undone page by page: how far it has come stands with the batch, in the transaction of each page.

alter table import_batch add column applied_to integer;   -- the last row that was written; null: not begun, or all taken back
alter table import_batch add column applied_tables text not null default '{}';  -- JSON {table: [added, changed, removed]}
alter table import_batch add column applied_digest text;  -- SHA-256 over what was written, page after page
alter table import_batch add column undone_rows text;     -- JSON [restored, removed] of an undo under way

-- Undoing removes rows that these point at: without an index each removal would read the whole table.
create index document_by_party on document (party_id) where party_id is not null;
create index party_link_by_related on party_link (related_id);
create index employee_department_by_department on employee_department (department_id);
create index salary_fact_by_department on salary_fact (department_id);
