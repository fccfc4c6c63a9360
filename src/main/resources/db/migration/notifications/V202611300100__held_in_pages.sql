-- What waits for legal is read in pages, the oldest first, each page after the last message of the one before.
drop index notifications.message_held;
create index message_held on notifications.message (created_at, key) where state = 'LEGAL_REVIEW';
