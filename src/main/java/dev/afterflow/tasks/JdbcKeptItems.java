package dev.afterflow.tasks;

import dev.afterflow.cases.Case;
import dev.afterflow.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the list of open work; every change raises the item's revision. */
@Repository
class JdbcKeptItems {

    private final JdbcClient sql;

    JdbcKeptItems(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(WorkItem item) {
        sql.sql("""
                insert into tasks.work_item (task_id, case_number, shop_id, task, title_zh, title_en, process,
                    process_definition, team, due_at, priority, created_at, kind, order_id, buyer, amount_minor,
                    amount_currency, reason, tags, skill)
                values (:task, :number, :shop, :key, :titleZh, :titleEn, :process, :definition, :team,
                    cast(:due as timestamptz), :priority, cast(:created as timestamptz), :kind, :order, :buyer, :minor,
                    :currency, :reason, :tags, :skill)
                """)
                .param("task", item.taskId()).param("number", item.caseNumber()).param("shop", item.shop())
                .param("key", item.task()).param("titleZh", item.titleZh()).param("titleEn", item.titleEn())
                .param("process", item.process()).param("definition", item.definition()).param("team", item.team())
                .param("due", dueText(item.dueAt())).param("priority", item.priority())
                .param("created", item.createdAt().toString()).param("kind", item.kind()).param("order", item.orderId())
                .param("buyer", item.buyer()).param("minor", item.amount() == null ? null : item.amount().minor())
                .param("currency", item.amount() == null ? null : item.amount().currency()).param("reason", item.reason())
                .param("tags", item.tags().toArray(String[]::new)).param("skill", item.skill()).update();
    }

    Optional<WorkItem> assign(String taskId, Long person, String name) {
        return sql.sql("""
                update tasks.work_item
                   set assignee = :person, assignee_name = :name, snoozed_until = null, wake_on_answer = false,
                       revision = revision + 1
                 where task_id = :task and assignee is distinct from cast(:person as bigint)
                returning *
                """).param("task", taskId).param("person", person).param("name", name)
                .query(JdbcWorkItems::item).optional();
    }

    /** Takes over a due date or a team that was changed in the engine. */
    Optional<WorkItem> update(String taskId, Instant due, String team) {
        return sql.sql("""
                update tasks.work_item
                   set due_at = cast(:due as timestamptz), team = :team,
                       due_soon = due_soon and due_at = cast(:due as timestamptz),
                       overdue = overdue and due_at = cast(:due as timestamptz), revision = revision + 1
                 where task_id = :task
                   and (due_at, team) is distinct from (cast(:due as timestamptz), :team)
                returning *
                """).param("task", taskId).param("due", dueText(due)).param("team", team)
                .query(JdbcWorkItems::item).optional();
    }

    /** Says the case in a few words again, where the words have changed. */
    List<WorkItem> retell(Case theCase) {
        Money amount = theCase.askedAmount();
        return sql.sql("""
                update tasks.work_item
                   set kind = :kind, amount_minor = :minor, amount_currency = :currency, reason = :reason
                 where case_number = :number
                   and (kind, amount_minor, amount_currency, reason)
                       is distinct from (:kind, cast(:minor as bigint), cast(:currency as text), cast(:reason as text))
                returning *
                """).param("number", theCase.number()).param("kind", theCase.kind().name())
                .param("minor", amount == null ? null : amount.minor())
                .param("currency", amount == null ? null : amount.currency()).param("reason", theCase.reasonText())
                .query(JdbcWorkItems::item).list();
    }

    /** Takes the item off the list, with its draft. */
    Optional<WorkItem> remove(String taskId) {
        sql.sql("delete from tasks.draft where task_id = :task").param("task", taskId).update();
        return sql.sql("delete from tasks.work_item where task_id = :task returning *")
                .param("task", taskId).query(JdbcWorkItems::item).optional();
    }

    /** Hides the item while its submission waits to be committed, or shows it again. */
    Optional<WorkItem> pending(String taskId, boolean pending) {
        return sql.sql("""
                update tasks.work_item set pending = :pending, revision = revision + 1 where task_id = :task returning *
                """).param("task", taskId).param("pending", pending).query(JdbcWorkItems::item).optional();
    }

    private static String dueText(Instant due) {
        return due == null ? "infinity" : due.toString();
    }
}
