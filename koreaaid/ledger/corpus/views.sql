-- What the tables of the ledger are in the files of the shards: columns.py says how these are written. `shards` is the
-- rows of all of them; `entities`, `outlet_names` and `copies` are worked out from all of them together (reducing.py).

create or replace view read_articles as
select article, title, author, outlet, url, published, published_from, published_evidence, edition_of, characters,
  quantities, dates, excluded, digits, text_hash, sketch
from shards where kind = 'article';

create or replace view articles as
select article, title, author, outlet, url, published, published_from, published_evidence, edition_of,
  coalesce(copies.origin, article) as origin, characters, quantities, dates, excluded, digits,
  format('{:015x}', text_hash) as text_hash
from read_articles left join copies using (article);

-- Of rows of shards, under the name of a table: the claims as they were read.
create or replace macro as_read(chosen) as table
select article, outlet, title, published, sentence_start + start as start, sentence_start + start + length as "end",
  coalesce(surface, substr(sentence, start + 1, length)) as surface,
  substr(sentence, greatest(0, start - 32) + 1, least(32, start)) as prefix,
  substr(sentence, start + length + 1, 32) as suffix,
  sentence, sentence_start, sentence_start + length(sentence) as sentence_end, nth,
  value, case when low_is_value then value else low end as low,
  case when high_is_value then value else high end as high, bound, unit, category, measure,
  item, additive,
  'c' || format('{:010x}', part_of) as part_of, 'c' || format('{:010x}', converts) as converts,
  'c' || format('{:010x}', repeats) as repeats, covers, actor, counterparty, location, attributed_to,
  attribution_verb, relayed_by, modality, stage, event_date, said_on, rule, series, filename, file_row_number,
  null::varchar as review, null::varchar as corrected
from query_table(chosen) where kind = 'claim';

-- A claim that a reviewer speaks of is a whole row of `corrected`, in the place of the one that was read.
create or replace macro not_corrected(chosen) as table
from as_read(chosen) anti join corrected using (filename, file_row_number);

create or replace view read_claims as from not_corrected('shards') union all by name from corrected;

-- Those that belong to a shipped series.
create or replace view series_claims as from not_corrected('in_series') union all by name from corrected;

-- Of rows of read_claims, under the name of a table: what the ledger says of them beyond that.
create or replace macro described(chosen) as table
select claim_id(article, sentence, surface, nth) as claim_id, c.* exclude (nth, title, series, filename, file_row_number, review, corrected),
  coalesce(s.entity, attributed_to) as speaker, coalesce(a.entity, actor) as actor_entity,
  coalesce(p.entity, counterparty) as counterparty_entity, review, corrected,
  case when regexp_matches(coalesce(s.entity, attributed_to, ''), '[^\W\d_a-z]')
    then coalesce(s.entity, attributed_to)
    else coalesce(copies.source, outlet_names.canonical, outlet, article) end as origin,
  title
from query_table(chosen) c
  left join entities s on s.name = attributed_to
  left join entities a on a.name = actor
  left join entities p on p.name = counterparty
  left join copies using (article)
  left join outlet_names using (outlet);

create or replace view claims as from described('read_claims');

-- Of a TIMEX3 value that is a day, a month or a year.
create or replace macro first_day(timex) as cast(timex || substr('-01-01', length(timex) - 3) as date);
create or replace macro final_day(timex) as case length(timex)
  when 10 then cast(timex as date)
  when 7 then last_day(first_day(timex))
  else cast(timex || '-12-31' as date) end;

create or replace view dates as
select article, published, start, start + length(surface) as "end", surface, timex_type, timex_value, mod, basis,
  case when days_follow then first_day(timex_value) else earliest end as earliest,
  case when days_follow then final_day(timex_value) else latest end as latest, value, low, high, bound, unit, furniture, rule, day_of, attributed_to, attribution_verb, relayed_by,
  modality, stage
from shards where kind = 'date';

create or replace view excluded as
select article, start, start + length(surface) as "end", surface, reason, rule from shards where kind = 'excluded';

create or replace view names as
select article, n.surface as name, n.start, mentions, role, coalesce(entity, n.surface) as entity
from shards n left join entities on entities.name = n.surface where kind = 'name';

create or replace view problems as
select coalesce(article, inputs.name || ', record ' || (first + start - 1)) as source, message
from shards left join inputs on inputs.file = shards.filename where kind = 'problem'
union all select name, problem from faults
union all from unapplied;
