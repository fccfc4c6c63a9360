package dev.afterflow.payments;

import dev.afterflow.money.Money;
import dev.afterflow.providers.StatementSource.Line;
import dev.afterflow.providers.StatementSource;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fetches the sandbox provider's statement of a day, one a shop; believed only when it is whole and signed. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class SandboxStatements implements StatementSource {

    private final SandboxSettings settings;
    private final SandboxCalls calls;
    private final Environment environment;
    private final Shops shops;
    private final JdbcClient jdbc;
    private final TransactionTemplate tx;
    private final JsonMapper json;

    SandboxStatements(SandboxSettings settings, Environment environment, Shops shops, JdbcClient jdbc, TransactionTemplate tx,
            JsonMapper json, Clock clock) {
        this.settings = settings;
        this.calls = new SandboxCalls(new SandboxSignature(settings.secret()), settings.read(), clock);
        this.environment = environment;
        this.shops = shops;
        this.jdbc = jdbc;
        this.tx = tx;
        this.json = json;
    }

    @Override
    public String provider() {
        return SandboxProvider.CODE;
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public int readyHour() {
        return settings.statementHour();
    }

    /** Shops with a payment taken through the sandbox provider. */
    @Override
    public List<String> accounts() {
        List<String> paid = tx.execute(status -> jdbc.sql("select distinct shop_id from payments.paid_order where provider = :provider")
            .param("provider", SandboxProvider.CODE).query(String.class).list());
        return shops.all().stream().map(Shop::id).filter(paid::contains).toList();
    }

    @Override
    public List<Told> fetch(String account, LocalDate day) {
        var heard = calls.file(URI.create(settings.base(environment) + "/statements/" + day), account);
        if (!heard.genuine() || heard.status() != 200) {
            throw new IllegalStateException("no statement: " + (heard.genuine() ? "HTTP " + heard.status() : heard.trouble()));
        }
        try {
            return lines(account, day, json.readTree(heard.body()));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw new IllegalStateException("no statement: unreadable", unreadable);
        }
    }

    private List<Told> lines(String account, LocalDate day, JsonNode words) {
        if (!words.required("day").asString().equals(day.toString()) || !words.required("zone").asString().equals(zone().getId())) {
            throw new IllegalArgumentException("the statement of another day");
        }
        List<Told> lines = new ArrayList<>();
        words.required("lines").forEach(line -> lines.add(new Told(account, line(line))));
        return lines;
    }

    private static Line line(JsonNode line) {
        return new Line(SandboxProvider.CODE, line.required("line_id").asString(), line.path("refund_no").stringValue(null),
            new Money(line.required("amount").asLong(), line.required("currency").asString()), Instant.parse(line.required("paid_at").asString()),
            line.path("payment_no").stringValue(null));
    }
}
