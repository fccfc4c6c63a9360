package dev.afterflow.books;

import dev.afterflow.payments.Mismatches;
import dev.afterflow.payments.Mismatches.Item;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.words.Vocabulary;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Both sides of a difference as a person reads them: what it is, what we booked, what the statement says, what was answered. */
@Component
class Paper {

    private final Mismatches mismatches;
    private final Shops shops;

    Paper(Mismatches mismatches, Shops shops) {
        this.mismatches = mismatches;
        this.shops = shops;
    }

    Map<String, Object> of(String caseNumber) {
        Item item = mismatches.ofCase(caseNumber);
        ZoneId zone = shops.find(item.shop()).map(Shop::timeZone).map(ZoneId::of).orElseThrow();
        return Map.of("difference", Telling.of(item, Vocabulary.chinese()), "ours", Telling.ours(item), "theirs", Telling.theirs(item, zone),
            "history", mismatches.said(item.id()).stream().map(said -> Telling.said(said, zone)).collect(Collectors.joining("\n")));
    }
}
