-- A trial run is computed as a regular one is and never takes effect; beside it, or beside any draft, an old spreadsheet can
-- be laid (jobs/payroll/sheets). The runs get the further kind; the table is rebuilt, because SQLite cannot change a check.

create table pay_run_new (
  id               integer primary key,
  period_id        integer not null references period (id),
  no               integer not null,
  -- off_cycle: chosen people and items; final: leavers, before their period is run; arrears: differences of closed periods;
  -- trial: everybody, to be looked at; it is never approved, and so never paid, mailed or counted in the year
  kind             text not null check (kind in ('regular', 'off_cycle', 'final', 'arrears', 'correction', 'reversal', 'trial')),
  -- discarded: a draft beside the regular run that nobody wanted; its number stays taken, its slips are gone
  status           text not null check (status in ('draft', 'computing', 'approved', 'paid', 'reversed', 'discarded')),
  version          integer not null default 0,  -- of its figures; up with every computation, 0 before the first
  currency         text not null,
  employees        integer not null default 0,  -- slips, the error slips among them
  errors           integer not null default 0,
  gross_minor      integer not null default 0,  -- sums of the slips that are ok
  deductions_minor integer not null default 0,
  employer_minor   integer not null default 0,
  net_minor        integer not null default 0,
  digest           text,                -- SHA-256 of slips and lines in canonical JSON
  note             text,                -- JSON reason: why it ran late, why it was set free
  task_id          integer,             -- the task that computes (or last computed) it
  computed_at      integer,
  approved_at      integer,
  approved_by      text,
  paid_at          integer,
  origin           text not null,
  created_at       integer not null,
  changed_at       integer not null,
  of_run_id        integer references pay_run (id),  -- correction: the run it corrects; reversal: the run it mirrors
  ask              text,                -- JSON: the people, items and periods it was asked for; null: regular
  basis            text,                -- JSON: the approved runs its figures rest on; others since then make it stale
  unique (period_id, no),
  check (kind <> 'trial' or status in ('draft', 'computing', 'discarded'))
) strict;
insert into pay_run_new
select id, period_id, no, kind, status, version, currency, employees, errors, gross_minor, deductions_minor,
       employer_minor, net_minor, digest, note, task_id, computed_at, approved_at, approved_by, paid_at, origin,
       created_at, changed_at, of_run_id, ask, basis
from pay_run;
drop table pay_run;
alter table pay_run_new rename to pay_run;
create index pay_run_computing on pay_run (id) where status = 'computing';
create index pay_run_of on pay_run (of_run_id) where of_run_id is not null;

-- The rows of a sheet that was laid beside a run, one a person; an import writes them. Of several sheets the newest counts,
-- and undoing its import brings the one before back.
create table pay_sheet_row (
  id        integer primary key,
  run_id    integer not null references pay_run (id),
  import_id integer not null references import_batch (id),
  row       integer not null,
  party_id  integer references party (id),  -- null: nobody the office knows
  number    text,                -- as they stand in the sheet
  name      text,
  amounts   text not null,       -- JSON {component or total: minor units}; empty cells are left out
  origin    text not null,
  unique (import_id, row)
) strict;
create index pay_sheet_row_by_run on pay_sheet_row (run_id, import_id);

-- A difference that somebody has looked at. It holds for this amount: when the difference becomes another, it is open again.
create table pay_sheet_accepted (
  run_id           integer not null references pay_run (id),
  who              text not null,       -- 'party:12', or 'row:7' where the office knows nobody
  column_key       text not null,
  difference_minor integer not null,
  because          text not null,
  accepted_by      text not null,
  accepted_at      integer not null,
  primary key (run_id, who, column_key)
) strict, without rowid;

-- The differences there were when the run was asked to be computed again: what went away since is shown against them.
create table pay_sheet_before (
  run_id      integer not null references pay_run (id),
  version     integer not null,         -- of the run they were found in
  import_id   integer not null references import_batch (id),
  differences text not null,            -- JSON [[who, column, minor], …] without those that are rounding
  primary key (run_id, version)
) strict, without rowid;
