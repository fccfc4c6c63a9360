package dev.afterflow.repairs;

import dev.afterflow.logistics.Replacement;
import dev.afterflow.repairs.Repair.Found;
import dev.afterflow.repairs.Repair.Instead;
import dev.afterflow.repairs.Repair.Place;
import dev.afterflow.repairs.Repair.Quote;
import dev.afterflow.repairs.Repair.Wish;
import java.util.Optional;
import java.util.Set;

/** An arrow from whatNext: review, repair, quote, instead, sendBack or done. */
final class NextStep {

    /** Ends after which the goods are still the buyer's. */
    private static final Set<String> BUYERS = Set.of("WITHDRAWN", "PLATFORM_CLOSED");

    private NextStep() {
    }

    /** Ended by an exchange that left, money that arrived, or a buyer who sent nothing. */
    static Repair ended(Repair known, Optional<Replacement> out, String refundOutcome) {
        if (known.ended() != null) {
            return known;
        }
        boolean exchanged = out.filter(sent -> sent.purpose().equals("exchange")
                && (sent.state() == Replacement.State.SHIPPED || sent.state() == Replacement.State.DELIVERED)).isPresent();
        boolean refunded = known.instead() == Instead.REFUND && "paid".equals(refundOutcome);
        String outcome = exchanged ? "REPLACED" : refunded ? "REFUNDED" : known.wish() == Wish.SOLVED ? "SOLVED"
                : known.place() == Place.NOT_SENT ? "NOTHING_SENT" : null;
        return Changed.from(known).ended(outcome).because(outcome == null ? why(known, out, refundOutcome) : null).now();
    }

    /** Why a person has to choose once more. */
    private static String why(Repair known, Optional<Replacement> out, String refundOutcome) {
        if (known.instead() == Instead.EXCHANGE && out.filter(sent -> sent.state() == Replacement.State.OUT_OF_STOCK).isPresent()) {
            return "OUT_OF_STOCK";
        }
        return known.instead() == Instead.REFUND && refundOutcome != null ? "NOT_PAID" : known.why();
    }

    static String of(Repair known) {
        if (known.ended() != null) {
            return known.place() == Place.HERE && BUYERS.contains(known.ended()) ? "sendBack" : "done";
        }
        if (known.place() == Place.SENT_BACK) {
            return "done";
        }
        if (known.place() == Place.LOST) {
            return "instead";
        }
        return known.wish() == null || known.place() != Place.HERE ? "review" : here(known);
    }

    private static String here(Repair known) {
        if (known.wish() == Wish.EXCHANGE || known.wish() == Wish.REFUND) {
            return "instead";
        }
        if (known.bench().found() == Found.NONE || "giveBack".equals(known.claim())) {
            return "sendBack";
        }
        if (!"goOn".equals(known.claim())) {
            return "instead";
        }
        return known.covered() ? "repair" : priced(known.quote());
    }

    private static String priced(Quote quote) {
        if (quote == null || quote.state() == Quote.State.OPEN) {
            return "quote";
        }
        return quote.isOver() ? "sendBack" : "repair";
    }
}
