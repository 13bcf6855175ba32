-- What happens around and after a pay run (jobs/payroll/supplementary). The runs get their further kinds; the table is rebuilt,
-- because SQLite cannot change a check in place.

create table pay_run_new (
  id               integer primary key,
  period_id        integer not null references period (id),
  no               integer not null,
  -- off_cycle: chosen people and items; final: leavers, before their period is run; arrears: differences of closed periods
  kind             text not null check (kind in ('regular', 'off_cycle', 'final', 'arrears', 'correction', 'reversal')),
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
  unique (period_id, no)
) strict;
insert into pay_run_new
select id, period_id, no, kind, status, version, currency, employees, errors, gross_minor, deductions_minor,
       employer_minor, net_minor, digest, note, task_id, computed_at, approved_at, approved_by, paid_at, origin,
       created_at, changed_at, null, null, null
from pay_run;
drop table pay_run;
alter table pay_run_new rename to pay_run;
create index pay_run_computing on pay_run (id) where status = 'computing';
create index pay_run_of on pay_run (of_run_id) where of_run_id is not null;

-- A slip that an approved correction has voided, and the one that stands for it. paid_before_minor: what of the new
-- slip's net had left the bank already when it took effect; the rest is to be paid (below zero: to be had back).
create table slip_replacement (
  old_slip_id       integer primary key references slip (id),
  new_slip_id       integer not null unique references slip (id),
  paid_before_minor integer not null
) strict;
create index slip_line_for_period on slip_line (for_period_id) where for_period_id is not null;
