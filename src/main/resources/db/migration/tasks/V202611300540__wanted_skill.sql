-- What a task is best worked with, such as language:en or platform:shopify; read from the case when the task begins.
alter table tasks.work_item add column skill text;
create index work_item_skill_due on tasks.work_item (team, skill, due_at, task_id) where skill is not null;
