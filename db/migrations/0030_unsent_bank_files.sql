-- A bank file of which somebody said that it never went to the bank.
alter table bank_file add column unsent_at integer;
