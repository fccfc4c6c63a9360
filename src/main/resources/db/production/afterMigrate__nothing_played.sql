-- A database that once was a demo's loses the demo's way of moving time.
drop function if exists sandbox.tell();
drop function if exists sandbox.tell_rows(regclass, text, text);
drop function if exists sandbox.told(timestamptz, timestamptz[], timestamptz[], timestamptz);
drop function if exists sandbox.moved(timestamptz, timestamptz[], timestamptz[]);
