package dev.afterflow.stripe;

import dev.afterflow.providers.Accounts;
import dev.afterflow.providers.StatementSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What Stripe gave back on a day (of UTC), by the lines of our balance with it. A line's own amount is in our balance's currency, so what
 * the buyer got is read from the refund it names; a refund that failed gave nothing.
 */
@Component
class StripeStatements implements StatementSource {

    private static final Set<String> CAME_TO_NOTHING = Set.of("failed", "canceled");

    private final StripeSettings settings;
    private final Accounts<StripeAccount> accounts;
    private final StripeGateway gateway;

    StripeStatements(StripeSettings settings, Accounts<StripeAccount> accounts, StripeGateway gateway) {
        this.settings = settings;
        this.accounts = accounts;
        this.gateway = gateway;
    }

    @Override
    public String provider() {
        return StripeProvider.CODE;
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public int readyHour() {
        return settings.statementHour();
    }

    @Override
    public List<String> accounts() {
        return accounts.names();
    }

    @Override
    public String nobodys() {
        return settings.shop();
    }

    @Override
    public List<Told> fetch(String account, LocalDate day) {
        StripeAccount asked = accounts.named(account);
        String shop = account.equals(Accounts.HOUSE) ? null : account;
        String when = "&created%5Bgte%5D=" + day.atStartOfDay(ZoneOffset.UTC).toEpochSecond()
            + "&created%5Blt%5D=" + day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond() + "&expand%5B%5D=data.source";
        return Stream.of("refund", "payment_refund").flatMap(type -> gateway.all(asked, "/v1/balance_transactions?type=" + type + when).stream())
            .filter(line -> !CAME_TO_NOTHING.contains(line.path("source").path("status").asString(""))).map(line -> new Told(shop, line(line))).toList();
    }

    private Line line(JsonNode line) {
        JsonNode refund = line.required("source");
        String payment = refund.path("payment_intent").stringValue(refund.path("charge").stringValue(null));
        return new Line(provider(), line.required("id").asString(), StripeProvider.number(refund), StripeProvider.amount(refund),
            Instant.ofEpochSecond(line.required("created").asLong()), payment);
    }
}
