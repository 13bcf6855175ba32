-- Passphrases that were tried and were wrong. They stand here and not in memory, so that ending Daybook shortens no wait.
-- A try is counted before the passphrase is looked at and struck out when it was right: the plug pulled in between helps nobody.
create table passphrase_try (
  user_id integer not null references user (id),
  -- 'unlock': tries to unlock as this user. 'second': this user's tries to give another one's passphrase for an approval.
  purpose text not null check (purpose in ('unlock', 'second')),
  wrong   integer not null check (wrong > 0),
  last_at integer not null,
  primary key (user_id, purpose)
) strict, without rowid;
