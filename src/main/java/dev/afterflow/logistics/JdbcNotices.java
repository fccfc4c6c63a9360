package dev.afterflow.logistics;

import dev.afterflow.logistics.Warehouse.Kind;
import dev.afterflow.logistics.Warehouse.Notice;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the warehouse is told, frozen until it is taken. */
@Repository
class JdbcNotices {

    private final JdbcClient sql;

    JdbcNotices(JdbcClient sql) {
        this.sql = sql;
    }

    /** False if it was written before. */
    boolean write(Notice notice) {
        return sql.sql("""
                insert into logistics.notice (ref, shop_id, case_number, kind, number, body)
                values (:ref, :shop, :case, :kind, :number, :body) on conflict (ref) do nothing
                """).param("ref", notice.ref()).param("shop", notice.shop()).param("case", notice.caseNumber())
                .param("kind", notice.kind().name()).param("number", notice.number()).param("body", notice.body()).update() == 1;
    }

    /** A notice nobody has answered yet. */
    Optional<Notice> open(String ref) {
        return sql.sql("select * from logistics.notice where ref = :ref and state = 'NEW'").param("ref", ref)
                .query((row, number) -> new Notice(row.getString("ref"), row.getString("shop_id"), row.getString("case_number"),
                        Kind.valueOf(row.getString("kind")), row.getString("number"), row.getString("body"))).optional();
    }

    /** False if it was ended before. */
    boolean end(String ref, String state, String code, String answer) {
        return sql.sql("""
                update logistics.notice set state = :state, code = :code, answer = :answer, ended_at = now()
                 where ref = :ref and state = 'NEW'
                """).param("ref", ref).param("state", state).param("code", code).param("answer", answer).update() == 1;
    }

    void bins(String orderNo, Map<String, String> bins) {
        bins.forEach((sku, bin) -> sql.sql("update logistics.replacement_line set bin = :bin where order_no = :no and sku = :sku")
                .param("no", orderNo).param("sku", sku).param("bin", bin).update());
    }
}
