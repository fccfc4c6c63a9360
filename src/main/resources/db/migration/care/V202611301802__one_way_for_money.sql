-- What cases of this room pay goes the way of all refunds (remedies.due, returns.return_request, payments); nothing is kept twice.
drop table care.payout;
