-- One title for a team wherever it is read; what an administrator has called otherwise stays.
update security.team t set title_zh = said.title
  from (values ('returns-desk', '售后客服', '售后组'), ('returns-leads', '售后主管', '售后主管组'), ('disputes-desk', '纠纷客服', '纠纷组'),
    ('care-desk', '关怀客服', '客户关怀组'), ('logistics-desk', '物流客服', '物流客服组'), ('warehouse', '仓库', '仓库组'),
    ('finance', '财务', '财务组'), ('legal', '法务', '法务组')) said (name, before, title)
 where t.name = said.name and t.title_zh = said.before;
