package dev.afterflow.intake;

import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.util.HashSet;
import java.util.Set;

/**
 * Who brings which data as a file. Wishes, counts, answers and providers' statements come only from the machine that knows them, since money
 * leaves by them. A carrier's statement is a file from its portal and makes a receivable count as paid: only those who answer for receipts
 * bring it, and nobody who works the claims; it is kept with its hash and its bringer.
 */
final class ImportKinds {

    private static final Set<String> RECORDS = Set.of("orders", "products", "stock", "packing", "tracking", "reviews");
    private static final Set<String> RECEIPTS = Set.of("settlements");

    private ImportKinds() {
    }

    static boolean byPeople(String kind) {
        return RECORDS.contains(kind) || RECEIPTS.contains(kind);
    }

    /** What this person may bring, and whose imports he sees. */
    static Set<String> of(Who who) {
        Set<String> kinds = new HashSet<>();
        if (who.is(Role.LEAD, Role.SUPERVISOR, Role.OWNER, Role.MANAGER, Role.ADMIN)) {
            kinds.addAll(RECORDS);
        }
        if (who.is(Role.FINANCE, Role.SUPERVISOR, Role.MANAGER)) {
            kinds.addAll(RECEIPTS);
        }
        return kinds;
    }
}
