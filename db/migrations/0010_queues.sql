-- Queues that can be paused and held to limits, by people; what is null stands as Daybook declares it.

alter table queue add column paused_by text;         -- who, while paused = 1
alter table queue add column paused_at integer;
alter table queue add column max_running integer;    -- at most so many at once; 0: no limit
alter table queue add column rate_tasks integer;     -- so many tasks …; 0: no limit
alter table queue add column rate_seconds integer;   -- … in so many seconds
alter table queue add column rate_next_at integer;   -- when the next one may start: kept, so that a restart does not burst
