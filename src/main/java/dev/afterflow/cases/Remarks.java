package dev.afterflow.cases;

import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Problem.Fault;
import dev.afterflow.security.Who;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 红旗备注: flagged remarks of the staff on a case; written once, never changed, the newest first. */
@Service
@Transactional
class Remarks {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_TEXT = 4000;
    private static final int SHOWN = 100;

    private final Cases cases;
    private final Timeline timeline;
    private final Audit audit;
    private final LiveNews news;
    private final MarketFlags markets;
    private final JdbcClient jdbc;
    private final Clock clock;

    Remarks(Cases cases, Timeline timeline, Audit audit, LiveNews news, MarketFlags markets, JdbcClient jdbc, Clock clock) {
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.news = news;
        this.markets = markets;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The colours marketplaces know; red asks everybody to look first. */
    enum Flag { RED, YELLOW, GREEN, BLUE, PURPLE }

    /** A remark as written; {@code staffId} and {@code by} (the login) are the staff number of who wrote it. */
    record Remark(long id, Flag flag, String reason, String text, long staffId, String by, String byName, Instant at) {
    }

    /** What somebody wants to remark; {@code market}: the order gets the flag and the reason at the marketplace too. */
    record NewRemark(Flag flag, String reason, String text, Boolean market) {

        void check() {
            List<Fault> faults = new ArrayList<>();
            if (flag == null) {
                faults.add(new Fault("flag", "required", "请选择旗子颜色", "Choose the colour of the flag"));
            }
            length(faults, "reason", reason, LONGEST_REASON);
            length(faults, "text", text, LONGEST_TEXT);
            if (!faults.isEmpty()) {
                throw Problem.invalid(faults);
            }
        }

        private static void length(List<Fault> faults, String field, String value, int longest) {
            if (value == null || value.isBlank()) {
                faults.add(new Fault(field, "required", "请填写此字段", "Give this field a value"));
            } else if (value.codePointCount(0, value.length()) > longest || value.indexOf('\0') >= 0) {
                faults.add(new Fault(field, "tooLong", "最多 " + longest + " 字，且不含空字符",
                        "At most " + longest + " characters, none of them NUL"));
            }
        }
    }

    Remark add(String caseNumber, NewRemark said, Who who) {
        said.check();
        Case of = cases.find(caseNumber);
        Instant now = clock.instant();
        long id = jdbc.sql("""
                insert into cases.remark (case_number, shop_id, flag, reason, text, staff_id, staff_login, staff_name, at)
                values (:case, :shop, :flag, :reason, :text, :id, :login, :name, :at) returning id""")
                .param("case", caseNumber).param("shop", of.shop()).param("flag", said.flag().name())
                .param("reason", said.reason()).param("text", said.text()).param("id", who.id()).param("login", who.login())
                .param("name", who.name()).param("at", Timestamp.from(now)).query(Long.class).single();
        timeline.add(caseNumber, "REMARK", "备注：" + said.reason(), "Remark: " + said.reason(),
                Map.of("flag", said.flag().name(), "remarkId", id));
        audit.record(of.shop(), "REMARK_ADDED", "case", caseNumber, Map.of("flag", said.flag().name(), "remarkId", id));
        if (Boolean.TRUE.equals(said.market())) {
            markets.set(of, id, said.flag(), said.reason());
        }
        news.changed(of.shop(), caseNumber, "remark");
        return new Remark(id, said.flag(), said.reason(), said.text(), who.id(), who.login(), who.name(), now);
    }

    /** The marketplace at which a flag on this case's order is set too; empty where none takes it. */
    @Transactional(readOnly = true)
    Optional<String> market(String caseNumber) {
        return markets.at(cases.find(caseNumber));
    }

    @Transactional(readOnly = true)
    List<Remark> of(String caseNumber) {
        return jdbc.sql("""
                select id, flag, reason, text, staff_id, staff_login, staff_name, at
                  from cases.remark where case_number = :case order by id desc limit :shown""")
                .param("case", caseNumber).param("shown", SHOWN)
                .query((row, n) -> new Remark(row.getLong("id"), Flag.valueOf(row.getString("flag")), row.getString("reason"),
                        row.getString("text"), row.getLong("staff_id"), row.getString("staff_login"),
                        row.getString("staff_name"), row.getTimestamp("at").toInstant()))
                .list();
    }
}
