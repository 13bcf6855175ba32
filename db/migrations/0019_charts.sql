-- Months whose salary facts have changed since their aggregates were built, or whose people came or left otherwise than
-- was thought. The database notes it itself, so that no writer (an import, its undo, an approval, a calculation) can forget,
-- and opening the charts asks one small table. Digests of 24 months of 5,000 facts would take longer than the whole answer.
create table chart_stale (
  month text primary key
) strict, without rowid;

insert into chart_stale select distinct month from salary_fact;

create trigger salary_fact_added after insert on salary_fact
when not exists (select 1 from chart_stale where month = new.month)
begin
  insert into chart_stale values (new.month);
end;

create trigger salary_fact_changed after update on salary_fact
when not exists (select 1 from chart_stale where month = new.month)
begin
  insert into chart_stale values (new.month);
end;

create trigger salary_fact_moved after update of month on salary_fact
when new.month <> old.month and not exists (select 1 from chart_stale where month = old.month)
begin
  insert into chart_stale values (old.month);
end;

create trigger salary_fact_removed after delete on salary_fact
when not exists (select 1 from chart_stale where month = old.month)
begin
  insert into chart_stale values (old.month);
end;

-- Whoever is not employed in a month is not counted in it: the months in which that is another than before.
create trigger employment_changed after update of from_on, to_on on party_role
when new.role = 'employee' and (new.from_on is not old.from_on or new.to_on is not old.to_on)
begin
  insert into chart_stale
  select distinct month from salary_fact
  where party_id = new.party_id
    and month not in (select month from chart_stale)
    and ((old.from_on is null or old.from_on <= month || '-31') and (old.to_on is null or old.to_on >= month || '-01'))
     <> ((new.from_on is null or new.from_on <= month || '-31') and (new.to_on is null or new.to_on >= month || '-01'));
end;

-- What the salary calculator saved (a fact of source 'form'), and what it was saved over, so that it can be undone.
create table form_calculation (
  id         integer primary key,
  party_id   integer not null references party (id),
  month      text not null,             -- YYYY-MM
  inputs     text not null,             -- JSON: what was typed
  fact       text not null,             -- JSON: the fact as it was saved
  before     text,                      -- JSON: the fact it replaced; null: there was none
  items      text,                      -- JSON: the month's one-off items as they were before; null: none were written
  saved_at   integer not null,
  saved_by   text not null,
  undone_at  integer,
  undone_by  text
) strict;
create index form_calculation_by_party on form_calculation (party_id, month, id);
