-- A buyer's mobile number, for texts that go by SMS; kept as long as the message, like the e-mail address beside it.
alter table notifications.message add column phone text;
