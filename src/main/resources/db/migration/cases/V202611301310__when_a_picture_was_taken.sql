-- By the camera's own clock, which knows no zone: as it stood in the picture before its metadata went. Whoever sends a picture can change it.
alter table cases.evidence add column taken timestamp;
