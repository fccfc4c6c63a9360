package dev.afterflow.platforms;

import dev.afterflow.dispatch.Attempt;
import dev.afterflow.dispatch.Courier;
import dev.afterflow.dispatch.CrashPoint;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.platforms.JdbcPlatformRequests.Row;
import dev.afterflow.platforms.JdbcPlatformRequests.State;
import dev.afterflow.platforms.Marketplace.Away;
import dev.afterflow.platforms.Marketplace.Outcome;
import dev.afterflow.platforms.Marketplace.Result;
import dev.afterflow.platforms.Marketplace.Told;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries our word to a marketplace. Marketplaces know no number of ours, so each try looks first how the matter stands: what is so already
 * is done, what has moved on is decided again, and what had no clear answer is written again only after its window, when looking says no.
 */
@Component
class PlatformCourier implements Courier {

    static final String KIND = "platform";
    private static final Outcome NO_ACCOUNT = Outcome.of(Result.PERSON, "NO_ACCOUNT", "店铺已没有该平台的接口账号，请在商家后台处理后登记",
        "The shop has no account at the marketplace any more: do it in the seller's centre and say so here");

    private final JdbcPlatformRequests rows;
    private final PlatformRequests requests;
    private final Markets markets;
    private final JdbcPlatformMatters matters;
    private final Mirror mirror;
    private final PlatformBundles bundles;
    private final ObjectProvider<PlatformPapers> papers;
    private final Outbox outbox;
    private final PlatformSettings settings;
    private final CrashPoint crash;
    private final TransactionTemplate tx;

    PlatformCourier(JdbcPlatformRequests rows, PlatformRequests requests, Markets markets, JdbcPlatformMatters matters, Mirror mirror, PlatformBundles bundles, ObjectProvider<PlatformPapers> papers,
                    Outbox outbox, PlatformSettings settings, CrashPoint crash, TransactionTemplate tx) {
        this.rows = rows;
        this.requests = requests;
        this.markets = markets;
        this.matters = matters;
        this.mirror = mirror;
        this.bundles = bundles;
        this.papers = papers;
        this.outbox = outbox;
        this.settings = settings;
        this.crash = crash;
        this.tx = tx;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> lanes() {
        return MarketHints.lanes(KIND);
    }

    @Override
    public void carry(Parcel parcel) {
        Row row = tx.execute(status -> rows.find(parcel.ref())).orElseThrow();
        Optional<Marketplace> market = markets.named(String.valueOf(row.platform())).filter(each -> each.serves(row.asked().shop()));
        if (row.state() != State.NEW && row.state() != State.SENDING) {
            outbox.done(KIND, parcel.ref());
        } else if (market.isEmpty()) {
            settle(parcel, NO_ACCOUNT);
        } else if (bundles.waits(parcel, row, market.get())) {
            outbox.later(KIND, parcel.ref(), MarketHints.turn(), "waits to be taken along");
        } else if (outbox.stillMine(parcel)) {
            look(parcel, row, market.get());
        } else {
            outbox.paced(parcel, MarketHints.turn());
        }
    }

    private void look(Parcel parcel, Row row, Marketplace market) {
        try {
            Told now = now(row.asked(), market);
            boolean tried = row.state() == State.SENDING;
            Optional<Outcome> known = known(row.asked(), market, now, tried);
            if (known.isPresent()) {
                outbox.note(parcel, Attempt.of("looking", known.get().code()));
                settle(parcel, known.get());
            } else if (tried && tx.execute(status -> rows.secondsSinceSent(row.asked().number())) < settings.window().toSeconds()) {
                outbox.later(KIND, parcel.ref(), settings.window().dividedBy(4), "waits for the window of an unclear answer");
            } else if (!bundles.write(parcel, row, market, now)) {
                write(parcel, row, market, now);
            }
        } catch (Away away) {
            outbox.note(parcel, new Attempt("looking", "UNKNOWN", null, away.code(), null));
            MarketHints.later(outbox, parcel, away);
        }
    }

    private static Optional<Outcome> known(PlatformRequest request, Marketplace market, Told now, boolean tried) throws Away {
        if (now.refused() != null) {
            return Optional.of(refused(now));
        }
        if (market.isThere(request, now)) {
            return Optional.of(Stands.isSo(tried));
        }
        return now.matter() == null ? Optional.empty() : Stands.judge(request, now.matter(), tried);
    }

    private Told now(PlatformRequest request, Marketplace market) throws Away {
        Optional<String> feed = market.feedOf(request, tx.execute(status -> matters.find(request.shop(), request.matter())).orElse(null));
        if (feed.isEmpty()) {
            return new Told(null, List.of(), List.of(), null, Map.of());
        }
        Told told = market.look(request.shop(), feed.get(), request.matter());
        if (told.refused() == null) {
            tx.executeWithoutResult(status -> mirror.take(request.shop(), market.word(), told));
        }
        return told;
    }

    private static Outcome refused(Told now) {
        return Outcome.of(Result.REFUSED, now.refused(), "平台查不到该单据，或状态无法识别：" + now.refused(), "The marketplace does not know it, or we do not know its state: " + now.refused());
    }

    private void write(Parcel parcel, Row row, Marketplace market, Told now) throws Away {
        List<PlatformPapers.Paper> attached = tx.execute(status -> papers.stream().flatMap(each -> each.of(row.asked().number()).stream()).toList());
        if (!outbox.stillMine(parcel)) {
            outbox.paced(parcel, MarketHints.turn());
            return;
        }
        if (!Boolean.TRUE.equals(tx.execute(status -> rows.begin(row)))) {
            outbox.later(KIND, parcel.ref(), MarketHints.turn(), "somebody else has begun it");
            return;
        }
        crash.reached("sent");
        Outcome outcome = written(row, market, now, attached);
        crash.reached("answered");
        outbox.note(parcel, new Attempt("writing", outcome.result().name(), null, outcome.code(), outcome.reference()));
        switch (outcome.result()) {
            case UNSENT -> {
                tx.executeWithoutResult(status -> rows.unsent(row.asked().number()));
                MarketHints.later(outbox, parcel, new Away(outcome.code(), false));
            }
            case UNKNOWN -> outbox.later(KIND, parcel.ref(), shortest(settings.window().dividedBy(4)), outcome.code());
            default -> settle(parcel, row.state() == State.SENDING ? proved(row, market, outcome) : outcome);
        }
    }

    /** A try before may have come through while this one was refused for it: what is so is done, whatever was said. */
    private Outcome proved(Row row, Marketplace market, Outcome said) throws Away {
        if (said.result() == Result.DONE) {
            return said;
        }
        return known(row.asked(), market, now(row.asked(), market), true).filter(found -> found.result() == Result.DONE).orElse(said);
    }

    private static Outcome written(Row row, Marketplace market, Told now, List<PlatformPapers.Paper> attached) {
        try {
            return market.write(row.asked(), now, attached, row.typed());
        } catch (Away away) {
            return Outcome.of(away.wasSent() ? Result.UNKNOWN : Result.UNSENT, away.code(), "", "");
        }
    }

    private static Duration shortest(Duration wait) {
        return wait.compareTo(Duration.ofSeconds(2)) < 0 ? Duration.ofSeconds(2) : wait;
    }

    private void settle(Parcel parcel, Outcome outcome) {
        tx.executeWithoutResult(status -> requests.settle(parcel.ref(), outcome));
    }
}
