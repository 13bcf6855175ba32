-- Clearing a task asks whose completion it was, once by us and once for the reference: without an index each read all batches.
create index batch_completion on batch (completion) where completion is not null;
