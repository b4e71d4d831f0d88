-- By itself, so that no more than this one list is locked at a time.
do $$
begin
  perform tally_anew('tier_position');
end
$$;
