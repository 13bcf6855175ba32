-- Mail and payslips (jobs/notify, jobs/payroll/payslips).

-- The office's date on which a mail was handed to the network: what the daily cap counts, without a look at the history.
alter table outbox add column sent_on text;
create index outbox_by_sent_on on outbox (sent_on) where sent_on is not null;
-- A lot is what one task queued ("recall these 206"): held, released and cancelled together.
create index outbox_by_origin on outbox (origin, id);
create index outbox_by_kind on outbox (kind, id);
create index outbox_by_party on outbox (party_id) where party_id is not null;

-- What generate_payslips has stored so far, until its commit turns it into documents with one statement each.
create table payslip_stage (
  run_id        integer not null,
  slip_id       integer not null,      -- 0: the merged file of the run
  number        integer not null,      -- within series PS of the year, as it is printed; 0 for the merged file
  sha256        text not null,
  size          integer not null,
  original_name text not null,
  primary key (run_id, slip_id)
) strict, without rowid;
