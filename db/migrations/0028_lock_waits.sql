-- Tasks that wait for a named lock: whoever gives it back lets the next of them go in the same transaction.
create table lock_wait (
  task_id  integer primary key,
  name     text not null,
  priority integer not null,
  queue_id integer not null,
  due_at   integer not null             -- to when it was put off; one that was put off otherwise since is left alone
) strict;
create index lock_wait_next on lock_wait (name, priority desc, task_id);
