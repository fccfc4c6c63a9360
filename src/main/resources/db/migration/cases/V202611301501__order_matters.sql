-- Orders that are late, stuck, to be changed or to be confirmed are cases of their own.
alter table cases.case_file drop constraint case_file_kind_check;
alter table cases.case_file add constraint case_file_kind_check check (kind in ('REFUND_ONLY', 'RETURN_REFUND', 'EXCHANGE', 'REPAIR', 'RESHIP',
  'SHORT', 'WRONG_ITEM', 'LOGISTICS', 'REVIEW', 'DISPUTE', 'QUESTION', 'OTHER', 'LATE_SHIPMENT', 'ORDER_EXCEPTION', 'ORDER_CHANGE', 'COD'));
