-- Rules of pay (jobs/payroll): formulas, cumulative bands, rate tables by date, day counts, leave, loans, held pay.

-- Bands, a rate or an amount that a law or an agreement sets, by the day from which it holds. A pay run takes the version
-- in force on the last day of its period.
create table rate_table (
  id   integer primary key,
  code text not null unique,
  name text not null,
  kind text not null check (kind in ('bands', 'rate', 'amount'))
) strict;

create table rate_table_version (
  table_id     integer not null references rate_table (id),
  from_on      text not null,
  bands        text,                   -- JSON [{upToMinor, ratePpm}] as a component's
  rate_ppm     integer,
  amount_minor integer,
  source       text not null,          -- where it is published, as it was typed; may be empty
  origin       text not null,
  changed_at   integer not null,
  primary key (table_id, from_on)
) strict, without rowid;

-- Rebuilt for two more methods: SQLite cannot change a check.
create table component_new (
  id             integer primary key,
  code           text not null unique,
  name           text not null,
  kind           text not null check (kind in ('earning', 'deduction', 'employer', 'information')),
  method         text not null check (method in ('base_pay', 'fixed', 'percent', 'per_unit', 'bands', 'cumulative_bands',
                                                 'formula', 'held_pay', 'net_rounding')),
  position       integer not null,     -- the order on the slip; what depends on what decides the order of computing
  taxable        integer not null check (taxable in (0, 1)),
  prorate        integer not null check (prorate in (0, 1)),
  one_off        integer not null check (one_off in (0, 1)),  -- 1: only where the month has an item of this code
  amount_minor   integer,              -- fixed: the amount of a full period; per_unit: of one unit
  rate_ppm       integer,
  base           text not null,        -- JSON list of codes, or GROSS, TAXABLE: what percent and bands are taken of
  bands          text,                 -- JSON [{up_to_minor, rate_ppm}], ascending, the last without an end
  formula        text,
  rate_table     text references rate_table (code),  -- in place of amount_minor, rate_ppm or bands
  months         text,                 -- JSON list of 1 to 12: only in periods that hold the last day of one; null: all
  carry_over     integer not null check (carry_over in (0, 1)),  -- what would make the net negative waits for the next period
  cap_minor      integer,
  rounding       text not null check (rounding in ('half_up', 'up', 'down', 'to_5', 'to_unit')),
  applies_to_all integer not null check (applies_to_all in (0, 1)),
  active         integer not null check (active in (0, 1)),
  built_in       integer not null check (built_in in (0, 1)),  -- can be changed, not removed
  changed_at     integer not null
) strict;
insert into component_new (id, code, name, kind, method, position, taxable, prorate, one_off, amount_minor, rate_ppm,
                           base, bands, carry_over, cap_minor, rounding, applies_to_all, active, built_in, changed_at)
select id, code, name, kind, method, position, taxable, prorate, one_off, amount_minor, rate_ppm, base, bands, 0,
       cap_minor, rounding, applies_to_all, active, built_in, changed_at
from component;
drop table component;
alter table component_new rename to component;

-- Codes an office may have given to a component of its own stay its own.
insert into component (code, name, kind, method, position, taxable, prorate, one_off, base, carry_over, rounding,
                       applies_to_all, active, built_in, changed_at)
values
  ('LOAN', 'Loan instalment', 'deduction', 'fixed',    810, 0, 0, 1, '[]', 1, 'half_up', 1, 1, 1, 0),
  ('HELD', 'Pay held back',   'deduction', 'held_pay', 980, 0, 0, 0, '[]', 0, 'half_up', 1, 1, 1, 0)
on conflict (code) do nothing;

-- Which days count: a structure's contracts are paid by calendar or by working days, with or without holidays.
alter table structure add column day_count text not null default 'calendar' check (day_count in ('calendar', 'working'));
alter table structure add column exclude_holidays integer not null default 0 check (exclude_holidays in (0, 1));

create table leave (
  id         integer primary key,
  party_id   integer not null references party (id),
  from_on    text not null,
  to_on      text not null,
  half_day   integer not null check (half_day in (0, 1)),  -- half of each of its days
  kind       text not null check (kind in ('paid', 'unpaid', 'absence')),
  note       text not null,
  origin     text not null,
  created_at integer not null,
  check (to_on >= from_on)
) strict;
create index leave_by_party on leave (party_id, from_on);
create index leave_by_end on leave (to_on);

-- What the office lent; an advance is a loan of one instalment. Its balance is the principal less what approved slips took.
create table loan (
  id               integer primary key,
  party_id         integer not null references party (id),
  code             text not null,      -- the deduction that recovers it
  principal_minor  integer not null check (principal_minor > 0),
  instalment_minor integer not null check (instalment_minor > 0),
  from_on          text not null,      -- the first period that ends on this day or later takes the first instalment
  stopped_on       text,               -- periods that end on this day or later take none
  note             text not null,
  origin           text not null,
  created_at       integer not null,
  changed_at       integer not null
) strict;
create index loan_by_party on loan (party_id);

-- Pay that is computed and not paid out. When it ends, the next period pays what was held.
create table pay_hold (
  id           integer primary key,
  party_id     integer not null references party (id),
  from_on      text not null,
  released_on  text,                   -- null: held still
  amount_minor integer check (amount_minor > 0),  -- at most so much a period; null: all
  reason       text not null,
  origin       text not null,
  created_at   integer not null,
  changed_at   integer not null
) strict;
create unique index pay_hold_open on pay_hold (party_id) where released_on is null;

-- What a slip did to a balance that outlives it. A balance is the sum over the slips of approved runs.
create table slip_entry (
  slip_id      integer not null references slip (id) on delete cascade,
  kind         text not null check (kind in ('loan', 'carried', 'brought', 'held', 'released')),
  code         text not null,
  ref_id       integer not null,       -- the loan; else 0
  amount_minor integer not null,       -- loan: taken; carried, held: added; brought, released: below zero
  primary key (slip_id, kind, code, ref_id)
) strict, without rowid;
