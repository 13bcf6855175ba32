-- The school's first tables (jobs/school): what files bring. Results and report cards build on them.

-- Named as people say it: '2025', or '2025/2026' where it spans two. The days are known once somebody has said them.
create table academic_year (
  id         integer primary key,
  name       text not null unique,
  first_year integer not null,         -- the calendar year it begins in
  starts_on  text,
  ends_on    text,
  origin     text not null
) strict;

create table term (
  id         integer primary key,
  year_id    integer not null references academic_year (id),
  name       text not null,
  folded     text not null,            -- as it is compared: without case and doubled blanks
  starts_on  text,
  ends_on    text,
  origin     text not null,
  unique (year_id, folded)
) strict;

create table classroom (
  id            integer primary key,
  year_id       integer not null references academic_year (id),
  level         text not null,
  level_folded  text not null,
  stream        text,                  -- null: the level has one class only
  stream_folded text not null default '',
  capacity      integer check (capacity > 0),
  teacher_id    integer references party (id),
  origin        text not null,
  unique (year_id, level_folded, stream_folded)
) strict;

-- What is known of a student besides the party and its role, whose reference is the admission number.
create table student (
  party_id integer primary key references party (id),
  born_on  text,
  gender   text,                       -- as the school writes it
  address  text,
  origin   text not null
) strict;

create table enrolment (
  id           integer primary key,
  student_id   integer not null references party (id),
  year_id      integer not null references academic_year (id),
  classroom_id integer not null references classroom (id),
  origin       text not null,
  unique (student_id, year_id)
) strict;
create index enrolment_by_classroom on enrolment (classroom_id);

create table subject (
  id     integer primary key,
  name   text not null,
  folded text not null unique,
  origin text not null
) strict;

create table subject_offering (
  id              integer primary key,
  classroom_id    integer not null references classroom (id),
  subject_id      integer not null references subject (id),
  coefficient_ppm integer not null default 1000000 check (coefficient_ppm > 0),
  teacher_id      integer references party (id),
  origin          text not null,
  unique (classroom_id, subject_id)
) strict;

-- Scores are counted in thousandths, so that 15.25 out of 20 stays exact.
create table assessment (
  id            integer primary key,
  term_id       integer not null references term (id),
  subject_id    integer not null references subject (id),
  name          text not null,
  folded        text not null,
  maximum_milli integer not null check (maximum_milli > 0),
  weight_ppm    integer not null default 1000000 check (weight_ppm > 0),
  origin        text not null,
  unique (term_id, subject_id, folded)
) strict;

create table mark (
  id            integer primary key,
  student_id    integer not null references party (id),
  assessment_id integer not null references assessment (id),
  status        text not null check (status in ('scored', 'absent', 'exempt', 'missing')),
  score_milli   integer check ((score_milli is not null) = (status = 'scored')),
  comment       text,
  origin        text not null,
  changed_at    integer not null,
  unique (student_id, assessment_id)
) strict;
create index mark_by_assessment on mark (assessment_id);

-- How a file calls the tie: mother, father, guardian.
alter table party_link add column kinship text;
