-- What the five offices share (jobs/shared). Amounts are minor units, instants are milliseconds (UTC), dates are text.

create table migration (
  number     integer primary key,
  name       text not null,
  applied_at integer not null
) strict;

create table setting (
  name       text primary key,
  value      text not null,            -- JSON
  changed_at integer not null
) strict;

create table secret (
  name       text primary key,
  sealed     blob not null,            -- encrypted by the keyring or the key file; never the plain text
  sealed_by  text not null,            -- which key: 'keyring' or the key file's fingerprint
  changed_at integer not null
) strict;

create table module (
  name    text primary key,
  enabled integer not null check (enabled in (0, 1))
) strict;

create table user (
  id         integer primary key,
  name       text not null unique,
  role       text not null check (role in ('owner', 'manager', 'clerk', 'viewer')),
  passphrase text,                     -- scrypt parameters, salt and hash; null until one is set
  created_at integer not null,
  disabled   integer not null default 0 check (disabled in (0, 1))
) strict;

create table integration (
  id         integer primary key,
  kind       text not null,
  name       text not null,
  config     text not null,            -- JSON, without secrets
  state      text not null,
  changed_at integer not null,
  unique (kind, name)
) strict;

create table party (
  id          integer primary key,
  kind        text not null check (kind in ('person', 'organisation')),
  name        text not null,           -- as it is shown and printed
  given_name  text,
  family_name text,
  email       text,
  phone       text,
  language    text,
  origin      text not null,           -- 'import:12/34' (batch/row), 'task:7', 'user:1'
  created_at  integer not null,
  changed_at  integer not null
) strict;
create index party_by_name on party (name collate nocase);
create index party_by_email on party (email) where email is not null;

-- The number a person goes by belongs to the role, not to the person: an office's employee 12 and pupil 12 are two people.
create table party_role (
  id           integer primary key,
  party_id     integer not null references party (id),
  role         text not null check (role in ('employee', 'client', 'taxpayer', 'agent', 'student', 'guardian', 'teacher')),
  external_ref text,
  from_on      text,
  to_on        text,
  origin       text not null,
  unique (party_id, role),
  unique (role, external_ref)
) strict;

create table party_link (
  party_id   integer not null references party (id),
  related_id integer not null references party (id),
  relation   text not null,
  origin     text not null,
  primary key (party_id, related_id, relation)
) strict, without rowid;

create table file (
  sha256        text primary key,
  size          integer not null,
  media_type    text not null,
  original_name text not null,
  created_at    integer not null
) strict, without rowid;

create table document (
  id         integer primary key,
  type       text not null,            -- 'payslip', 'invoice', …
  series     text not null,
  year       integer not null,
  number     integer not null,
  version    integer not null default 1,
  status     text not null,
  party_id   integer references party (id),
  entity     text,                     -- 'slip:17'
  sha256     text references file (sha256),
  origin     text not null,
  created_at integer not null,
  unique (series, year, number)
) strict;
create index document_by_entity on document (entity);

create table sequence (
  series text not null,
  year   integer not null,
  next   integer not null,
  primary key (series, year)
) strict, without rowid;

-- Who did what. Appended only; the triggers refuse everything else.
create table audit (
  seq          integer primary key,
  at           integer not null,
  actor        text not null,
  action       text not null,
  entity       text not null,
  payload      text not null,          -- canonical JSON without personal data
  payload_hash text,                   -- SHA-256 over salt and personal payload, where there is one
  prev_hash    text not null,
  hash         text not null
) strict;
create trigger audit_no_update before update on audit begin select raise(abort, 'the audit chain is never changed'); end;
create trigger audit_no_delete before delete on audit begin select raise(abort, 'the audit chain is never shortened'); end;

-- Personal payloads stand apart, so that a person can be erased and the chain still verifies.
create table audit_personal (
  seq      integer primary key references audit (seq),
  party_id integer,
  salt     blob not null,
  payload  text not null
) strict;
create index audit_personal_by_party on audit_personal (party_id);

create table outbox (
  id           integer primary key,
  dedupe_key   text not null unique,
  kind         text not null,          -- 'payslip', 'notification', …
  to_name      text,
  to_address   text not null,
  from_address text,                   -- null: the office's own
  subject      text not null,
  body_text    text not null,
  body_html    text,
  state        text not null check (state in ('held', 'queued', 'sending', 'accepted', 'failed', 'unknown', 'cancelled')),
  attempts     integer not null default 0,
  not_before   integer not null,       -- the ten minutes in which a lot can be recalled
  message_id   text not null unique,
  smtp_reply   text,
  error_code   text,
  error_params text,
  task_id      integer,
  entity       text,                   -- 'slip:17'
  party_id     integer references party (id),
  origin       text not null,
  created_at   integer not null,
  changed_at   integer not null
) strict;
create index outbox_by_state on outbox (state, id);
create index outbox_by_entity on outbox (entity);

create table outbox_attachment (
  outbox_id integer not null references outbox (id),
  position  integer not null,
  sha256    text not null references file (sha256),
  name      text not null,
  primary key (outbox_id, position)
) strict, without rowid;

-- What happened while the office was closed, failures to look at, frees of stuck runs: Today reads it.
create table notice (
  id         integer primary key,
  at         integer not null,
  kind       text not null,            -- 'while_closed', 'failure', 'freed', 'backup', …
  code       text not null,
  params     text not null,
  entity     text,
  seen_at    integer
) strict;
create index notice_unseen on notice (at) where seen_at is null;
