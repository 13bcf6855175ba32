-- The first tables of the cash desk and the vehicle tax (jobs/cash): what files bring. Dues, sessions and matching build on them.

-- The owner is a party with the role of a taxpayer, whose reference is the tax number.
create table vehicle (
  id                  integer primary key,
  plate               text not null,        -- as it is written
  plate_key           text not null unique, -- as it is compared: letters and digits only, capitals
  owner_id            integer references party (id),
  category            text,
  energy              text,
  fiscal_power        integer check (fiscal_power >= 0),
  first_registered_on text,
  make                text,
  model               text,
  origin              text not null,
  changed_at          integer not null
) strict;
create index vehicle_by_owner on vehicle (owner_id);

-- What a vehicle owes for a year. Ranges include both ends; null is open, and no category or energy means every one.
create table tax_rate (
  id           integer primary key,
  year         integer not null,
  category     text,
  energy       text,
  power_from   integer,
  power_to     integer,
  age_from     integer,
  age_to       integer,
  rate_key     text not null unique,    -- year, category, energy and ranges as they are compared
  amount_minor integer not null check (amount_minor >= 0),
  currency     text not null,
  origin       text not null
) strict;
create index tax_rate_by_year on tax_rate (year);

-- A line of a bank statement; amounts are minor units, what goes out is negative.
create table statement_line (
  id                   integer primary key,
  account              text not null default '',  -- of the office; '' where the file does not say
  booked_on            text not null,
  value_on             text,
  amount_minor         integer not null,
  balance_minor        integer,                   -- after the line
  currency             text not null,
  reference            text,
  counterparty         text,
  counterparty_account text,
  description          text,
  source_key           text not null unique,      -- what tells the line from the others of its account
  origin               text not null
) strict;
create index statement_line_by_day on statement_line (booked_on);
