-- What schedules do about missed, overlapping and closed days, and what they were when something did not run.

alter table schedule add column misfire_most integer not null default 10;  -- misfire 'all': so many missed ones run, the latest of them

-- Occurrences that wait for an earlier one's task (state 'queued'); few at any time.
create index occurrence_queued on occurrence (schedule_id, due_at) where state = 'queued';

-- The last tasks of a schedule, in the order in which they were started: the clock may have gone back in between.
create index occurrence_task on occurrence (schedule_id, task_id) where task_id is not null;

-- Days on which the office is closed, besides the days of the week on which it always is.
create table holiday (
  on_date    text primary key,         -- YYYY-MM-DD
  name       text not null,
  source     text not null,            -- 'typed', or the name of the calendar file
  created_at integer not null
) strict, without rowid;

-- What a schedule was from an instant on: its rule, and why it rested. "Why did it not run then?" is answered from here.
create table schedule_version (
  id            integer primary key,
  schedule_id   integer not null references schedule (id) on delete cascade,
  at            integer not null,
  cron          text,
  every_minutes integer,
  once_at       integer,
  anchor_at     integer not null,
  zone          text not null,
  working_day   text not null,
  resting       text,                  -- JSON {code, params}; null: it was to run
  by            text not null
) strict;
create index schedule_version_by_schedule on schedule_version (schedule_id, id);

-- Of what was there before, only the present is known, since it was last changed.
insert into schedule_version (schedule_id, at, cron, every_minutes, once_at, anchor_at, zone, working_day, resting, by)
select id, changed_at, cron, every_minutes, once_at, anchor_at, zone, working_day, rest_reason, 'system' from schedule;
