package dev.afterflow.repairs;

import dev.afterflow.money.Money;
import java.time.Instant;
import java.util.List;

/** What the case page shows of this room; a part that is not there is null. */
record WorkshopView(ShortageView shortage, RepairView repair) {

    /** A shortage: what was told, what our records say, who answers for it. */
    record ShortageView(String state, String claim, String party, boolean foundByPerson, String basisZh, String basisEn, String remedy, Money amount,
                        String packingZh, String packingEn, String weightsZh, String weightsEn, List<Owed> recoveries) {
    }

    /** What somebody owes us for it. */
    record Owed(String party, String name, Money amount, String state) {
    }

    /** A repair: what the buyer has a claim to, what was found, serial numbers, the quote, and what it cost us. */
    record RepairView(String place, String cover, String coverZh, String coverEn, String right, String rightZh, String rightEn, String found, String faultWords,
                      String serialIn, String serialOut, String spareSerial, String spareState, Instant spareBy, int failures, int repairs, Instant due, Instant provedBy, Money quote,
                      String quoteState, Instant quoteUntil, List<JdbcRepairs.Cost> costs, boolean mayFail) {
    }
}
