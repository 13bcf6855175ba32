-- Effects of `test.effect`: a row each, without a key, so that an effect that happens twice can be seen.
create table test_effect (
  id      integer primary key,
  key     text not null,
  task_id integer not null,
  at      integer not null
) strict;
