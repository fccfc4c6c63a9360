-- What a buyer's bank holds or has taken back of a payment: the buyer has it, so no refund may give it again. An inquiry takes nothing yet.
create index chargeback_other on payments.chargeback (shop_id, provider, other_id);
create index ledger_entry_ref on payments.ledger_entry (ref);
create function payments.taken_back(shop text, of_provider text, payment text, in_currency text) returns bigint language sql stable as $$
  select coalesce(sum(amount), 0)::bigint from payments.chargeback
   where shop_id = shop and provider = of_provider and (payment_id = payment or other_id = payment) and currency = in_currency
     and status in ('NEEDS_RESPONSE', 'UNDER_REVIEW', 'LOST', 'OTHER')
$$;
