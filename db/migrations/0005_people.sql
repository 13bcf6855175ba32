-- People and charts (jobs/people). Amounts are minor units of `currency`; days are counted in halves.

create table department (
  id         integer primary key,
  name       text not null,            -- as it first stood in a file or was typed
  folded     text not null unique,     -- as it is compared: without case and doubled blanks
  origin     text not null,
  created_at integer not null
) strict;

create table employee_department (
  party_id      integer primary key references party (id),
  department_id integer not null references department (id),
  origin        text not null
) strict;

-- What one source says an employee earned in a month. Never deleted but by undoing the import that brought it.
create table salary_fact (
  id                  integer primary key,
  party_id            integer not null references party (id),
  month               text not null,                 -- YYYY-MM
  source              text not null check (source in ('payroll', 'excel', 'form')),
  -- The employee's department when the fact was written: charts of past months must not move with a transfer.
  department_id       integer references department (id),
  currency            text not null,
  basic_minor         integer not null,
  gross_minor         integer not null,
  net_minor           integer not null,
  overtime_minor      integer not null,
  late_minor          integer not null,
  tds_minor           integer not null,
  advance_minor       integer not null,
  incentive_minor     integer not null,
  overtime_hours      text,                          -- plain decimals, as in the file
  late_minutes        text,
  advances_open_minor integer,                       -- advances still open, as the file tells it
  stated_net_minor    integer,                       -- what the file says is paid; only compared
  present_halves      integer,                       -- null: not told
  absent_halves       integer,
  batch               integer,                       -- the import that brought it
  origin              text not null,
  changed_at          integer not null,
  unique (party_id, month, source)
) strict;
create index salary_fact_by_month on salary_fact (month);

-- One month, one currency, one department or the total. Derived from salary_fact at any time, so rows may be dropped.
create table chart_agg (
  id                   integer primary key,
  month                text not null,
  level                text not null check (level in ('total', 'department')),
  department_id        integer references department (id) on delete cascade, -- null with level 'department': without one
  currency             text not null,
  headcount            integer not null,
  basic_minor          integer not null,
  gross_minor          integer not null,
  net_minor            integer not null,
  overtime_minor       integer not null,
  late_minor           integer not null,
  tds_minor            integer not null,
  advance_minor        integer not null,
  incentive_minor      integer not null,
  average_gross_minor  integer not null,
  median_gross_minor   integer not null,
  present_halves       integer not null,
  working_halves       integer not null,
  attendance_ppm       integer,                              -- null: nobody's days are known
  inputs_hash          text not null,
  refreshed_at         integer not null
) strict;
create unique index chart_agg_one on chart_agg (month, level, coalesce(department_id, 0), currency);
create index chart_agg_by_refresh on chart_agg (refreshed_at);
