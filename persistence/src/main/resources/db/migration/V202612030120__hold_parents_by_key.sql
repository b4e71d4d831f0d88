-- By their keys even while a table is new and small: the plan is kept while the table grows.
alter function hold_parents(text[]) set enable_seqscan = off;
alter function hold_trees(text[], boolean) set enable_seqscan = off;
