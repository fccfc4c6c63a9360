package dev.afterflow.complaints;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The buyer was made whole, the case is closed, and now the parcel is there: the next case settles what becomes of it. */
@Component
class FoundAfterwards {

    private static final Set<String> HAS_IT = Set.of("DAMAGED", "SHORT", "FALSE_SIGNATURE", "UNAUTHORISED_DROP", "DELIVERED");
    private static final Set<String> MADE_GOOD = Set.of("REFUNDED", "REPLACED");

    private final Cases cases;

    FoundAfterwards(Cases cases) {
        this.cases = cases;
    }

    /** Whether a scan of delivery tells nothing new, because the parcel was there all along. */
    static boolean hasIt(Complaint known) {
        return HAS_IT.contains(String.valueOf(known.found().type()));
    }

    /** Opens the next case, once; nothing where nobody was made whole, or the parcel was there all along. */
    void open(Complaint ended) {
        if (!MADE_GOOD.contains(String.valueOf(ended.outcome())) || hasIt(ended)) {
            return;
        }
        Case before = cases.find(ended.caseNumber());
        cases.open(new Cases.NewCase(ended.shop(), "house", "found:" + ended.caseNumber(), "1", Case.Kind.LOGISTICS, ended.orderId(), before.buyerId(),
                null, Stalls.FOUND, null, null, before.lines(), false, null));
    }
}
