-- Missing pieces, an empty parcel or wrong goods are matters of their own, told like any other request about the goods of an order.
alter table cases.case_file drop constraint case_file_kind_check;
alter table cases.case_file add constraint case_file_kind_check check (kind in ('REFUND_ONLY', 'RETURN_REFUND', 'EXCHANGE', 'REPAIR', 'RESHIP',
  'SHORT', 'WRONG_ITEM', 'LOGISTICS', 'REVIEW', 'DISPUTE', 'QUESTION', 'OTHER'));
