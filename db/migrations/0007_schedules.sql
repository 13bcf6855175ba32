-- Why a schedule rests, what a built-in one was laid down as, and what ran late.

alter table schedule add column rest_reason text;  -- JSON {code, params} while enabled = 0
alter table schedule add column laid_down text;    -- built-in: JSON of Daybook's own fields, so that only those the user left alone follow a newer version or the office's zone

create index occurrence_late on occurrence (decided_at) where late_s > 60;
