package dev.afterflow.platforms;

import dev.afterflow.dispatch.Courier;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.platforms.Marketplace.Away;
import dev.afterflow.platforms.Marketplace.Hint;
import dev.afterflow.platforms.Marketplace.Told;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows each hint once: asks the marketplace how the thing stands, and keeps what it says. A hint itself is never believed. */
@Component
class MarketHints implements Courier {

    static final String KIND = "platform-hint";
    private static final int LANES = 2;
    private static final int[] SECONDS = {2, 5, 15, 60};
    private static final int TURN_MILLIS = 2_000;

    private final Markets markets;
    private final JdbcHints hints;
    private final Mirror mirror;
    private final Outbox outbox;
    private final TransactionTemplate tx;

    MarketHints(Markets markets, JdbcHints hints, Mirror mirror, Outbox outbox, TransactionTemplate tx) {
        this.markets = markets;
        this.hints = hints;
        this.mirror = mirror;
        this.outbox = outbox;
        this.tx = tx;
    }

    /** Keeps hints and sees to it that they are followed; those known already change nothing. */
    void take(String shop, String platform, List<Hint> told, JdbcHints.Source source, byte[] body) {
        tx.executeWithoutResult(status -> told.forEach(hint -> hints.keep(shop, platform, hint, source, body)
            .ifPresent(id -> outbox.put(KIND, lane(KIND, shop), String.valueOf(id), shop))));
    }

    /** A shop's lane among a kind's; a slow shop fills at most its own circuit's places in it. */
    static String lane(String kind, String shop) {
        return kind + "-" + Math.floorMod(shop.hashCode(), LANES);
    }

    static List<String> lanes(String kind) {
        return List.of(kind + "-0", kind + "-1");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> lanes() {
        return lanes(KIND);
    }

    @Override
    public void carry(Parcel parcel) {
        JdbcHints.Row hint = tx.execute(status -> hints.find(Long.parseLong(parcel.ref()))).orElse(null);
        Marketplace market = hint == null ? null : markets.named(hint.platform()).orElse(null);
        if (hint == null || market == null || !market.serves(hint.shop())) {
            end(parcel, hint, hint == null ? null : "NO_ACCOUNT");
            return;
        }
        if (hint.covered()) {
            end(parcel, hint, null);
            return;
        }
        try {
            Told told = market.read(hint.shop(), hint.feed(), hint.matter());
            if (told.refused() == null) {
                tx.executeWithoutResult(status -> mirror.take(hint.shop(), hint.platform(), told, hint.now()));
            }
            boolean closed = told.isGone() && Boolean.TRUE.equals(tx.execute(status -> mirror.gone(hint.shop(), hint.matter())));
            end(parcel, hint, closed ? null : told.refused());
        } catch (Away away) {
            later(outbox, parcel, away);
        }
    }

    /** Soon again, since who is away is left alone by its circuit anyway; and those that only wait for their turn are not set back for it. */
    static void later(Outbox outbox, Parcel parcel, Away away) {
        int seconds = SECONDS[Math.min(parcel.attempt(), SECONDS.length) - 1];
        outbox.later(parcel.kind(), parcel.ref(), away.isTurn() ? turn() : Duration.ofMillis(ThreadLocalRandom.current().nextLong(500, 1000L * seconds)), away.code());
    }

    /** How long one who was not let through waits; not all at once. */
    static Duration turn() {
        return Duration.ofMillis(TURN_MILLIS / 2 + ThreadLocalRandom.current().nextLong(TURN_MILLIS));
    }

    private void end(Parcel parcel, JdbcHints.Row hint, String refused) {
        tx.executeWithoutResult(status -> {
            if (hint != null) {
                hints.end(hint.id(), refused == null ? "DONE" : "PARKED", refused);
            }
            outbox.done(KIND, parcel.ref());
        });
    }
}
