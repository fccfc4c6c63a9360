package dev.afterflow.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lets the played provider make mistakes in the demo shop's name that only its statement shows. */
@Hidden
@RestController
@Transactional
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("permitAll()")
class PayMistakes {

    private final JdbcClient jdbc;

    PayMistakes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code extra}: moves money nobody asked for; {@code twice}: moves its latest refund once more. */
    record Mistake(String how) {
    }

    @PostMapping("/sandbox/world/money")
    void make(@RequestBody Mistake mistake) {
        int moved = switch (String.valueOf(mistake.how())) {
            case "extra" -> extra();
            case "twice" -> twice();
            default -> throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "how: extra or twice");
        };
        if (moved == 0) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "nothing was refunded yet");
        }
    }

    /** Two mistakes of a day that is over, once: money nobody asked for, and the day's last refund moved once more. */
    void ofYesterday(Instant at) {
        jdbc.sql("""
                with made as (
                  insert into sandbox.money_log (at, merchant, payment_no, refund_no, refund_id, amount, currency)
                  select :at, :shop, 'PAY-DEMO-EXTRA', 'XDEMOEXTRA', 'SBXDEMOEXTRA', 1990, 'CNY'
                   where not exists (select 1 from sandbox.money_log where refund_no = 'XDEMOEXTRA') returning 1)
                insert into sandbox.money_log (at, merchant, payment_no, refund_no, refund_id, amount, currency)
                select :at, merchant, payment_no, refund_no, refund_id, amount, currency from sandbox.money_log
                 where merchant = :shop and at < :at and exists (select 1 from made) order by id desc limit 1
                """).param("shop", World.SHOP).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    private int extra() {
        String name = UUID.randomUUID().toString().substring(0, 8);
        return jdbc.sql("""
                insert into sandbox.money_log (merchant, payment_no, refund_no, refund_id, amount, currency)
                values (:shop, 'PAY-' || :name, 'X' || :name, 'SBX' || :name, 1990, 'CNY')""")
            .param("shop", World.SHOP).param("name", name).update();
    }

    private int twice() {
        return jdbc.sql("""
                insert into sandbox.money_log (merchant, payment_no, refund_no, refund_id, amount, currency)
                select merchant, payment_no, refund_no, refund_id, amount, currency from sandbox.money_log
                where merchant = :shop order by id desc limit 1""").param("shop", World.SHOP).update();
    }
}
