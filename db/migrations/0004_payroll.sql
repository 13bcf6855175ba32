-- Payroll (jobs/payroll). Amounts are minor units of the office's currency, dates are local dates (text), instants are milliseconds.

create table period (
  id                 integer primary key,
  period_type        text not null check (period_type in ('monthly', 'semimonthly', 'biweekly', 'weekly', 'custom')),
  start_on           text not null,
  end_on             text not null,
  status             text not null check (status in ('draft', 'active', 'closed', 'missed')),
  description        text not null,
  automation_enabled integer not null check (automation_enabled in (0, 1)),
  automation_rule    text,              -- JSON as it was accepted; null: none
  due_at             integer,           -- what the rule says in the office's zone; null: not automated
  handled_due_at     integer,           -- the due instant that has been answered (run, skipped or missed): once per period
  origin             text not null,
  created_at         integer not null,
  changed_at         integer not null,
  check (end_on >= start_on)
) strict;
create index period_by_type on period (period_type, start_on);
create index period_waiting on period (due_at) where status = 'active' and automation_enabled = 1;

-- A named set of components; a contract without one gets those that apply to all.
create table structure (
  id   integer primary key,
  code text not null unique,
  name text not null
) strict;

create table component (
  id             integer primary key,
  code           text not null unique,
  name           text not null,
  kind           text not null check (kind in ('earning', 'deduction', 'employer', 'information')),
  method         text not null check (method in ('base_pay', 'fixed', 'percent', 'per_unit', 'bands', 'net_rounding')),
  position       integer not null,     -- the order on the slip; what depends on what decides the order of computing
  taxable        integer not null check (taxable in (0, 1)),
  prorate        integer not null check (prorate in (0, 1)),
  one_off        integer not null check (one_off in (0, 1)),  -- 1: only where the month has an item of this code
  amount_minor   integer,              -- fixed: the amount of a full period; per_unit: of one unit
  rate_ppm       integer,
  base           text not null,        -- JSON list of codes, or GROSS, TAXABLE: what percent and bands are taken of
  bands          text,                 -- JSON [{up_to_minor, rate_ppm}], ascending, the last without an end
  cap_minor      integer,
  rounding       text not null check (rounding in ('half_up', 'up', 'down', 'to_5', 'to_unit')),
  applies_to_all integer not null check (applies_to_all in (0, 1)),
  active         integer not null check (active in (0, 1)),
  built_in       integer not null check (built_in in (0, 1)),  -- can be changed, not removed
  changed_at     integer not null
) strict;

create table structure_component (
  structure_id integer not null references structure (id),
  component_id integer not null references component (id) on delete cascade,
  primary key (structure_id, component_id)
) strict, without rowid;

-- An office that has set up nothing pays the base, the month's one-off items, and nothing else.
insert into component (code, name, kind, method, position, taxable, prorate, one_off, base, rounding, applies_to_all, active, built_in, changed_at)
values
  ('BASE',         'Base pay',            'earning',   'base_pay',     100, 1, 1, 0, '[]', 'half_up', 1, 1, 1, 0),
  ('OVERTIME',     'Overtime',            'earning',   'per_unit',     200, 1, 0, 1, '[]', 'half_up', 1, 1, 1, 0),
  ('INCENTIVE',    'Incentive',           'earning',   'fixed',        300, 1, 0, 1, '[]', 'half_up', 1, 1, 1, 0),
  ('LATE',         'Late arrival',        'deduction', 'per_unit',     600, 0, 0, 1, '[]', 'half_up', 1, 1, 1, 0),
  ('TDS',          'Tax withheld',        'deduction', 'fixed',        700, 0, 0, 1, '[]', 'half_up', 1, 1, 1, 0),
  ('ADVANCE',      'Advance recovered',   'deduction', 'fixed',        800, 0, 0, 1, '[]', 'half_up', 1, 1, 1, 0),
  ('NET_ROUNDING', 'Rounding of the net', 'deduction', 'net_rounding', 990, 0, 0, 0, '[]', 'to_unit', 1, 0, 1, 0);

-- What a person is employed at and paid, from a day to a day. The segments of one person never overlap; those that touch
-- are one employment. base_minor is pay per month; null: employed, but no salary is known.
create table contract (
  id           integer primary key,
  party_id     integer not null references party (id),
  from_on      text not null,
  to_on        text,                   -- null: open
  base_minor   integer,
  structure_id integer references structure (id),
  schedule     text check (schedule in ('monthly', 'semimonthly', 'biweekly', 'weekly', 'custom')),  -- null: paid by every period
  origin       text not null,
  created_at   integer not null,
  changed_at   integer not null,
  unique (party_id, from_on),
  check (to_on is null or to_on >= from_on)
) strict;

-- One-off items of a month, by where they came from. They are paid in the period that holds the month's last day.
create table month_item (
  party_id     integer not null references party (id),
  month        text not null,          -- YYYY-MM
  source       text not null,          -- 'excel', 'form', 'typed'
  code         text not null,
  amount_minor integer,                -- the amount itself; else quantity × rate
  quantity     text,                   -- plain decimal: hours, minutes, days
  rate_minor   integer,                -- per unit; null: the component's own
  origin       text not null,
  primary key (party_id, month, source, code)
) strict, without rowid;
create index month_item_by_month on month_item (month);

create table pay_run (
  id               integer primary key,
  period_id        integer not null references period (id),
  no               integer not null,
  kind             text not null check (kind in ('regular', 'correction', 'reversal')),
  status           text not null check (status in ('draft', 'computing', 'approved', 'paid', 'reversed')),
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
  unique (period_id, no)
) strict;
create index pay_run_computing on pay_run (id) where status = 'computing';

-- The components as they were when the run was computed: an approved slip keeps its words when a component is edited.
create table run_component (
  run_id   integer not null references pay_run (id),
  code     text not null,
  name     text not null,
  kind     text not null,
  taxable  integer not null,
  position integer not null,
  primary key (run_id, code)
) strict, without rowid;

-- 'staged' slips are those of a computation under way; the run's commit makes them 'current' and drops the ones before.
-- Everybody else reads through the view current_slip. (Copying 100,000 lines from a staging table at the commit took
-- 250 to 400 ms in one turn; flipping the state of 5,000 slips takes 4.)
create table slip (
  id             integer primary key,
  run_id         integer not null references pay_run (id),
  party_id       integer not null references party (id),
  state          text not null check (state in ('staged', 'current', 'voided')),
  status         text not null check (status in ('ok', 'error')),
  reason         text,                  -- JSON {code, params} of an error
  total_days     integer not null,      -- calendar days of the period
  employed_days  integer not null,
  paid_half_days integer not null,      -- employed days less absence, in half-days
  base_minor     integer,               -- per month, of the last segment in the period
  gross_minor      integer not null,
  deductions_minor integer not null,
  employer_minor   integer not null,
  net_minor        integer not null
) strict;
create unique index slip_current on slip (run_id, party_id) where state = 'current';
create index slip_staged on slip (run_id) where state = 'staged';
create index slip_by_party on slip (party_id, run_id);

create view current_slip as
  select id, run_id, party_id, status, reason, total_days, employed_days, paid_half_days, base_minor,
         gross_minor, deductions_minor, employer_minor, net_minor
  from slip where state = 'current';

create table slip_line (
  slip_id       integer not null references slip (id),
  position      integer not null,      -- 0, 1, 2 … on the slip
  code          text not null,
  kind          text not null,
  quantity      text,                  -- days or units the amount was made from
  rate          integer,               -- ppm of a percent, minor units of a per-unit rate
  base_minor    integer,               -- what the rate or the proration was applied to
  amount_minor  integer not null,      -- rounded; the slip's totals are sums of these
  for_period_id integer references period (id),  -- arrears: the period they belong to
  primary key (slip_id, position)
) strict, without rowid;
