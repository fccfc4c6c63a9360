package dev.afterflow.cockpit;

import dev.afterflow.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where a refund stands before anybody tries it again: its number and state, what the provider said, what the ledger has, and
 * what a retry will do. Nothing here makes a new number.
 */
@Repository
class MoneyFacts {

    private final JdbcClient sql;

    MoneyFacts(JdbcClient sql) {
        this.sql = sql;
    }

    /** A line of the ledger. */
    record Line(String account, Money amount, String kind, OffsetDateTime at) {
    }

    /** A word with the provider. */
    record Word(OffsetDateTime at, String step, String outcome, Integer httpStatus, String code) {
    }

    /** What of the payment is promised or given back. */
    record Covered(Money captured, Money reserved, Money refunded) {
    }

    /** A refund's number with everything known of it; state DECIDED was not written down for sending yet. */
    record Facts(String refundNo, String state, Money amount, String provider, String providerRefundId, int sends,
                 OffsetDateTime lastSent, OffsetDateTime settledAt, String settledBy, Covered payment, List<Line> ledger, List<Word> words,
                 String retryZh, String retryEn) {
    }

    List<Facts> of(JdbcIncidents.Item item) {
        String refundNo = item.source().equals("STEP") ? null : item.ref().replaceFirst("^refund ", "").replaceFirst(" .*$", "");
        return sql.sql("""
                select p.refund_no, coalesce(r.state, 'DECIDED') as state, p.amount, d.currency, p.provider, r.provider_refund_id,
                       coalesce(r.sends, 0) as sends, r.last_sent, r.settled_at, r.settled_by, o.captured, o.reserved, o.refunded
                  from payments.part p
                  join payments.decision d using (shop_id, case_number, seq)
                  join payments.paid_order o on o.shop_id = p.shop_id and o.provider = p.provider and o.payment_id = p.payment_id
                  left join payments.refund r on r.refund_no = p.refund_no
                 where p.case_number = :case and (cast(:no as text) is null or p.refund_no = :no)
                 order by p.seq, p.part, p.generation limit 20
                """).param("case", item.caseNumber()).param("no", refundNo).query(this::facts).list();
    }

    private Facts facts(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        String number = row.getString("refund_no");
        Resend resend = Resend.of(row.getString("state"));
        Covered covered = new Covered(new Money(row.getLong("captured"), currency), new Money(row.getLong("reserved"), currency),
                new Money(row.getLong("refunded"), currency));
        return new Facts(number, row.getString("state"), new Money(row.getLong("amount"), currency), row.getString("provider"),
                row.getString("provider_refund_id"), row.getInt("sends"), row.getObject("last_sent", OffsetDateTime.class),
                row.getObject("settled_at", OffsetDateTime.class), row.getString("settled_by"), covered, ledger(number), words(number),
                resend.zh(), resend.en());
    }

    private List<Line> ledger(String refundNo) {
        return sql.sql("select account, amount, currency, kind, at from payments.ledger_entry where ref = :no order by seq limit 20")
                .param("no", refundNo).query((row, n) -> new Line(row.getString("account"),
                        new Money(row.getLong("amount"), row.getString("currency")), row.getString("kind"), row.getObject("at", OffsetDateTime.class))).list();
    }

    private List<Word> words(String refundNo) {
        return sql.sql("""
                select at, step, outcome, http_status, partner_code as code from dispatch.attempt where ref = :no order by id desc limit 5
                """).param("no", refundNo).query(Word.class).list();
    }

    /** What a retry will do with a refund in this state. */
    private record Resend(String zh, String en) {

        static Resend of(String state) {
            return switch (state) {
                case "DECIDED" -> new Resend("还没有写下退款。重试会用决定时已生成的这个编号写下并占用额度，不会产生新编号。",
                        "Not written down yet. A retry writes it under this number, made when it was decided, and reserves the amount; no new number is made.");
                case "REQUESTED" -> new Resend("已写下，还没有发送。重试会立即用这个编号发送。",
                        "Written down, never sent. A retry sends it now under this number.");
                case "SENT" -> new Resend("已经发送过，结果不明。重试先向渠道查询；只有渠道查无此笔且已过结算窗口，才会用同一编号重发。",
                        "Sent, outcome unknown. A retry asks the provider first; only when it has no such refund and its window is over is the same number sent again.");
                case "PROCESSING", "ABNORMAL" -> new Resend("渠道已受理。重试只查询结果，不会再发送。",
                        "The provider has it. A retry only asks for the outcome and sends nothing.");
                case "SUCCEEDED", "RETURNED" -> new Resend("钱已经退过。重试只让流程往下走，不会再付款。",
                        "The money was given back. A retry only lets the process go on; nothing is paid again.");
                default -> new Resend("这笔退款已确认失败。重试不会换编号；换号重退由财务另行决定。",
                        "This refund is proved dead. A retry makes no new number; that is a decision of finance.");
            };
        }
    }
}
