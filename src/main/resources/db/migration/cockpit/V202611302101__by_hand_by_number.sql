-- A case's number is compared byte by byte where cases are kept; a column of another collation is never found by its index.
alter table cockpit.by_hand alter column case_number type text collate "C";
