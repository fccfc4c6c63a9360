-- How a person knows that the parcel is there: whoever weighs the claim reads it.
alter table claims.claim add column found_words text;
