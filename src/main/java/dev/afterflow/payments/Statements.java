package dev.afterflow.payments;

import dev.afterflow.database.Fence;
import dev.afterflow.intake.Intake;
import dev.afterflow.intake.Receipt;
import dev.afterflow.providers.StatementSource.Told;
import dev.afterflow.providers.StatementSource;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Fetches each provider's statement of each day and puts its lines through the letterbox; taking a day twice changes nothing. */
@Component
class Statements {

    private static final Logger LOG = LoggerFactory.getLogger(Statements.class);
    private static final int DAYS_BACK = 7;

    private final List<StatementSource> sources;
    private final JdbcStatements days;
    private final Book book;
    private final Shops shops;
    private final Intake intake;
    private final JsonMapper json;
    private final Clock clock;

    Statements(List<StatementSource> sources, JdbcStatements days, Book book, Shops shops, Intake intake, JsonMapper json,
            Clock clock) {
        this.sources = sources;
        this.days = days;
        this.book = book;
        this.shops = shops;
        this.intake = intake;
        this.json = json;
        this.clock = clock;
    }

    /** What became of an account's statement. */
    record Taken(LocalDate day, String provider, String account, int lines, int accepted, int duplicate, int rejected) {
    }

    /** Once an hour from the provider's hour on, so that a statement which was not ready or a node that was down is made up for. */
    @Scheduled(cron = "0 30 * * * *")
    void everyDay() {
        sources.forEach(this::everyDay);
    }

    private void everyDay(StatementSource source) {
        ZonedDateTime now = clock.instant().atZone(source.zone());
        try {
            List<String> accounts = source.accounts();
            for (int back = DAYS_BACK; back >= 1 && now.getHour() >= source.readyHour(); back--) {
                makeUp(source, accounts, now.toLocalDate().minusDays(back));
            }
        } catch (RuntimeException unknown) {
            LOG.warn("The accounts with {} could not be read: {}", source.provider(), unknown.toString());
        }
    }

    private void makeUp(StatementSource source, List<String> accounts, LocalDate day) {
        for (String account : accounts) {
            try {
                if (!days.taken(source.provider(), account, day)) {
                    take(source, account, day);
                }
            } catch (RuntimeException notYet) {
                LOG.warn("The statement of {} of {} for {} could not be taken: {}", day, source.provider(), account, notYet.toString());
            }
        }
    }

    Optional<StatementSource> source(String provider) {
        return sources.stream().filter(source -> source.provider().equals(provider)).findFirst();
    }

    List<StatementSource> sources() {
        return sources;
    }

    LocalDate today(StatementSource source) {
        return clock.instant().atZone(source.zone()).toLocalDate();
    }

    /** Takes a day again; a day that is not over yet does not count as taken. */
    Taken take(StatementSource source, String account, LocalDate day) {
        List<Told> lines = source.fetch(account, day);
        List<Receipt> receipts = Fence.everywhere(() -> lines.stream().map(line -> deliver(source, line)).toList());
        Taken taken = new Taken(day, source.provider(), account, lines.size(), receipts.stream().mapToInt(Receipt::accepted).sum(),
            receipts.stream().mapToInt(Receipt::duplicate).sum(), receipts.stream().mapToInt(Receipt::rejected).sum());
        if (taken.rejected() == 0) {
            days.looked(source.provider(), account, day);
        }
        if (taken.rejected() == 0 && day.isBefore(today(source))) {
            days.took(source.provider(), account, day, lines.size());
        }
        return taken;
    }

    private Receipt deliver(StatementSource source, Told told) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("lineId", told.line().lineId());
        row.put("provider", source.provider());
        if (told.line().refundNo() != null) {
            row.put("refundNo", told.line().refundNo());
        }
        if (told.line().paymentId() != null) {
            row.put("paymentId", told.line().paymentId());
        }
        row.put("amount", Map.of("minor", told.line().amount().minor(), "currency", told.line().amount().currency()));
        row.put("movedAt", told.line().movedAt().toString());
        return intake.deliver(shop(source, told), source.provider(), "statements", json.valueToTree(row));
    }

    /** A line of the house's account belongs to the shop whose refund or payment it names. */
    private String shop(StatementSource source, Told told) {
        if (told.shop() != null) {
            return told.shop();
        }
        return book.shopOf(source.provider(), told.line().refundNo(), told.line().paymentId()).filter(shop -> shops.find(shop).isPresent())
            .or(() -> Optional.ofNullable(source.nobodys())).orElseGet(() -> shops.all().stream().map(Shop::id).findFirst().orElseThrow());
    }
}
