-- Every success was written into two indexes of finished tasks, and one of them served only lists without a name. Those
-- are now merged from the lists of the names (some fifty seeks); what did not succeed is rare and keeps an index.
drop index task_finished_state;
create index task_unsuccessful on task (state, id) where finished_at is not null and state <> 'success';
