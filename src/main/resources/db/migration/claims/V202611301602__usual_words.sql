-- The house's own words for these carriers, under which their parcels come.
update claims.usual_terms set carrier = 'jt' where carrier = 'jtexpress';
update claims.usual_terms set carrier = 'post' where carrier = 'chinapost';
