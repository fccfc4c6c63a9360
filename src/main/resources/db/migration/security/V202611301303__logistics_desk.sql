insert into security.team (name, title_zh, title_en) values ('logistics-desk', '物流客服', 'Logistics desk') on conflict (name) do nothing;
