-- What leaves an approved pay run (jobs/payroll/bank): where each person's net goes, and the files the bank was given.

-- One account a person. What an account was before it changed stands beside it until somebody has confirmed the new one:
-- a changed account is how pay is diverted, so no bank file is made before. Older ones are in the audit chain.
create table bank_account (
  party_id     integer primary key references party (id),
  method       text not null check (method in ('iban', 'aba', 'other')),  -- other: paid in cash or by cheque
  holder       text,                   -- as the bank knows the person; null: the person's own name
  iban         text,                   -- electronic format: no blanks
  bic          text,
  routing      text,                   -- ABA routing number
  number       text,                   -- account number at the ABA bank
  account_type text check (account_type in ('checking', 'savings')),
  replaced     text,                   -- JSON: the account before the last change; null: this is the first one
  confirmed_at integer,                -- when somebody has confirmed a changed one; null where nobody has yet
  confirmed_by text,
  origin       text not null,
  created_at   integer not null,
  changed_at   integer not null,
  check ((method = 'iban') = (iban is not null)),
  check ((method = 'aba') = (routing is not null and number is not null and account_type is not null))
) strict;

-- Every file made of a run: from the second on it is a DUPLICATE, whatever its format.
create table bank_file (
  id            integer primary key,
  run_id        integer not null references pay_run (id),
  no            integer not null,
  format        text not null,
  reference     text not null unique,  -- the message id the bank sees
  payments      integer not null,
  control_minor integer not null,
  currency      text not null,
  pay_on        text not null,
  sha256        text not null references file (sha256),
  origin        text not null,
  created_at    integer not null,
  unique (run_id, no)
) strict;
