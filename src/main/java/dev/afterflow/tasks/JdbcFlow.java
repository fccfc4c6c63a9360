package dev.afterflow.tasks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where a case stands in its processes: the engine's running tokens, and what the flow's history says was done. */
@Repository
class JdbcFlow {

    private final JdbcClient sql;

    JdbcFlow(JdbcClient sql) {
        this.sql = sql;
    }

    /** The outermost process instance of a case and its definition. */
    record Root(String instance, String definition) {
    }

    /** A place where something waits or runs. */
    record Token(String definition, String activity) {
    }

    /** The case's own process before one that runs beside it, such as a question to another department. */
    Optional<Root> running(String caseNumber, String process) {
        return sql.sql("""
                select id_ as instance, proc_def_id_ as definition from public.act_ru_execution
                 where business_key_ = :number and parent_id_ is null and super_exec_ is null
                 order by (split_part(proc_def_id_, ':', 1) = :process) desc, id_ desc limit 1
                """).param("number", caseNumber).param("process", process).query(Root.class).optional();
    }

    /** The process that was begun last, when none runs any more; the case's own before one beside it. */
    Optional<Root> ended(String caseNumber, String process) {
        return sql.sql("""
                select e.root as instance, e.definition from engine.flow_event e
                 where e.case_number = :number
                   and e.events @> '[{"is": "start"}]'
                   and exists (select from jsonb_array_elements(e.events) item
                                where item ->> 'process' is not null and item ->> 'is' = 'start' and item ->> 'calledBy' is null)
                 order by (split_part(e.definition, ':', 1) = :process) desc, e.at desc, e.id desc limit 1
                """).param("number", caseNumber).param("process", process).query(Root.class).optional();
    }

    List<Token> tokens(Root root) {
        return sql.sql("""
                select distinct e.proc_def_id_ as definition, split_part(e.act_id_, '#', 1) as activity
                  from public.act_ru_execution instance
                  join public.act_ru_execution e on e.proc_inst_id_ = instance.id_
                 where instance.root_proc_inst_id_ = :root and e.act_id_ is not null
                   and not exists (select from public.act_ru_execution child where child.parent_id_ = e.id_)
                """).param("root", root.instance()).query(Token.class).list();
    }

    /** Ids of the activities that were left, in whichever process of the root. */
    Set<String> done(String caseNumber, Root root) {
        return sql.sql("""
                select item ->> 'activity' from engine.flow_event e, jsonb_array_elements(e.events) item
                 where e.case_number = :number and e.root = :root
                   and item ->> 'activity' is not null and item ->> 'is' in ('left', 'passed')
                """).param("number", caseNumber).param("root", root.instance()).query(String.class).set();
    }

    /** Keys of the processes that were called. */
    Set<String> called(String caseNumber, Root root) {
        return sql.sql("""
                select item ->> 'process' from engine.flow_event e, jsonb_array_elements(e.events) item
                 where e.case_number = :number and e.root = :root
                   and item ->> 'calledBy' is not null and item ->> 'is' = 'start'
                """).param("number", caseNumber).param("root", root.instance()).query(String.class).set();
    }
}
