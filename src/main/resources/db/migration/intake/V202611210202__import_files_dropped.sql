-- Uploaded files are full of people: they leave the disk thirty days after their job, the job's figures stay.
alter table intake.import_file add column dropped boolean not null default false;
create index import_file_kept on intake.import_file (job_id) where not dropped;
