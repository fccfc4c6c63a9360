package dev.afterflow.platforms;

import dev.afterflow.dispatch.Attempt;
import dev.afterflow.dispatch.CrashPoint;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.platforms.JdbcPlatformRequests.Row;
import dev.afterflow.platforms.Marketplace.Away;
import dev.afterflow.platforms.Marketplace.Outcome;
import dev.afterflow.platforms.Marketplace.Piece;
import dev.afterflow.platforms.Marketplace.Result;
import dev.afterflow.platforms.Marketplace.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets requests of one shop that wait for the same door go through it together, as many as the marketplace takes in one call; each is looked at first and settled by itself. */
@Component
class PlatformBundles {

    private static final int MOST_OTHERS = 29;
    /** How often one waits for an elder that may itself be stuck. */
    private static final int PATIENCE = 6;

    private final JdbcPlatformRequests rows;
    private final JdbcPlatformMatters matters;
    private final PlatformRequests requests;
    private final Outbox outbox;
    private final PlatformSettings settings;
    private final CrashPoint crash;
    private final TransactionTemplate tx;

    PlatformBundles(JdbcPlatformRequests rows, JdbcPlatformMatters matters, PlatformRequests requests, Outbox outbox, PlatformSettings settings, CrashPoint crash,
                    TransactionTemplate tx) {
        this.rows = rows;
        this.matters = matters;
        this.requests = requests;
        this.outbox = outbox;
        this.settings = settings;
        this.crash = crash;
        this.tx = tx;
    }

    /** Whether an elder of its kind is about to take it along. */
    boolean waits(Parcel parcel, Row row, Marketplace market) {
        return parcel.attempt() <= PATIENCE && !byItself(row, market)
            && Boolean.TRUE.equals(tx.execute(status -> rows.hasElder(row.asked(), row.platform())));
    }

    /** So goes what may have gone before, what has a code, and what is too much for company. */
    private static boolean byItself(Row row, Marketplace market) {
        try {
            return row.state() != JdbcPlatformRequests.State.NEW || row.typed() != null || JdbcPlatformRequests.ALONE.equals(row.code()) || !market.fits(row.asked().shop(), List.of(row.asked()));
        } catch (Away noAccount) {
            return true;
        }
    }

    /** False when there is nothing to go along: then it goes by itself. */
    boolean write(Parcel parcel, Row first, Marketplace market, Told now) throws Away {
        List<Piece> pieces = byItself(first, market) ? List.of() : collected(parcel, first, market, now);
        if (pieces.size() < 2) {
            return false;
        }
        List<Piece> going = outbox.stillMine(parcel) ? begun(first, pieces) : List.of();
        if (going.isEmpty()) {
            outbox.later(PlatformCourier.KIND, parcel.ref(), MarketHints.turn(), "somebody else has begun it");
        } else {
            crash.reached("sent");
            Map<String, Outcome> outcomes = written(market, first.asked().shop(), going);
            crash.reached("answered");
            outbox.note(parcel, new Attempt("writing together", going.size() + " AT ONCE", null, null, null));
            going.forEach(piece -> book(piece.request().number(), outcomes.getOrDefault(piece.request().number(), Outcome.of(Result.UNKNOWN, "NOT_TOLD", "", ""))));
        }
        return true;
    }

    private List<Piece> collected(Parcel parcel, Row first, Marketplace market, Told now) throws Away {
        List<Piece> pieces = new ArrayList<>(List.of(new Piece(first.asked(), now)));
        for (Row other : tx.execute(status -> rows.others(first.asked(), first.platform(), MOST_OTHERS))) {
            List<PlatformRequest> together = Stream.concat(pieces.stream().map(Piece::request), Stream.of(other.asked())).toList();
            if (market.fits(first.asked().shop(), together) && (!outbox.stillMine(parcel) || !added(pieces, other.asked(), market))) {
                return pieces;
            }
        }
        return pieces;
    }

    /** False when it is no use to look at more now. */
    private boolean added(List<Piece> pieces, PlatformRequest other, Marketplace market) {
        try {
            PlatformMatter known = tx.execute(status -> matters.find(other.shop(), other.matter())).orElse(null);
            Told stands = market.look(other.shop(), market.feedOf(other, known).orElseThrow(), other.matter());
            if (stands.matter() != null && Stands.judge(other, stands.matter(), false).isEmpty()) {
                pieces.add(new Piece(other, stands));
            }
            return true;
        } catch (Away enough) {
            return false;
        }
    }

    /** Only those whose carrying nobody else has begun go along. */
    private List<Piece> begun(Row first, List<Piece> pieces) {
        return tx.execute(status -> {
            if (!rows.begin(first)) {
                return List.of();
            }
            return Stream.concat(pieces.stream().limit(1), pieces.stream().skip(1).filter(piece -> rows.takenAlong(piece.request().number()))).toList();
        });
    }

    private static Map<String, Outcome> written(Marketplace market, String shop, List<Piece> going) {
        try {
            return market.writeTogether(shop, going);
        } catch (Away away) {
            Map<String, Outcome> all = new HashMap<>();
            going.forEach(piece -> all.put(piece.request().number(), Outcome.of(away.wasSent() ? Result.UNKNOWN : Result.UNSENT, away.code(), "", "")));
            return all;
        }
    }

    private void book(String number, Outcome outcome) {
        switch (outcome.result()) {
            case UNSENT -> {
                tx.executeWithoutResult(status -> {
                    if (JdbcPlatformRequests.ALONE.equals(outcome.code())) {
                        rows.alone(number);
                    } else {
                        rows.unsent(number);
                    }
                });
                outbox.later(PlatformCourier.KIND, number, MarketHints.turn(), outcome.code());
            }
            case UNKNOWN -> outbox.later(PlatformCourier.KIND, number, settings.window().dividedBy(4), outcome.code());
            default -> tx.executeWithoutResult(status -> requests.settle(number, outcome));
        }
    }
}
