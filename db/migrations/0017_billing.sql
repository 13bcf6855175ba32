-- The first tables of time and billing (jobs/billing): what files bring. Invoices build on them.

-- What is known of a client besides the party and its role, whose reference is the client number.
create table client (
  party_id        integer primary key references party (id),
  address         text,
  tax_number      text,
  currency        text not null,
  rate_minor      integer check (rate_minor >= 0),  -- per hour, minor units of `currency`; null: not agreed
  payment_days    integer check (payment_days >= 0),
  origin          text not null
) strict;

create table project (
  id         integer primary key,
  client_id  integer not null references party (id),
  name       text not null,
  folded     text not null,            -- as it is compared: without case and doubled blanks
  rate_minor integer check (rate_minor >= 0),
  origin     text not null,
  unique (client_id, folded)
) strict;

-- Day and times are what the wall clock of `zone` showed: a timesheet tells those, and they come out of an export as they
-- went in, also in the hour that a clock change repeats. `minutes` is what counts.
create table time_entry (
  id          integer primary key,
  person_id   integer not null references party (id),
  client_id   integer references party (id),
  project_id  integer references project (id),
  on_date     text not null,
  from_time   text,                    -- HH:MM
  to_time     text,
  zone        text not null,
  minutes     integer not null check (minutes > 0),
  description text,
  billable    integer not null check (billable in (0, 1)),
  rate_minor  integer check (rate_minor >= 0),  -- per hour; null: the project's or the client's
  currency    text not null,
  source_key  text not null unique,    -- what the entry is known by where it came from
  entry_ref   text,                    -- the number the file gives it
  approved    integer not null default 0 check (approved in (0, 1)),
  locked      integer not null default 0 check (locked in (0, 1)),
  origin      text not null,
  changed_at  integer not null
) strict;
create index time_entry_by_day on time_entry (on_date, person_id);
create index time_entry_by_client on time_entry (client_id, on_date);
