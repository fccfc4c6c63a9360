package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.money.Money;
import dev.afterflow.platforms.PlatformMatter.State;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One port serves a marketplace of quite another dialect, and one marketplace that is away holds up no other. */
@RoomTest
class BazaarRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    MarketFloor.Tools tools;
    @Autowired
    BazaarHouse house;
    @Autowired
    BazaarMarket market;

    private final String id = "g" + UUID.randomUUID().toString().substring(0, 8);
    private MarketFloor floor;

    @BeforeEach
    void aShop() {
        floor = tools.other(port, "bazaar");
        market.open(floor.shop);
    }

    @AfterEach
    void clear() {
        house.slow = false;
    }

    @Test
    void itsJournalIsReadAndOurWordIsWrittenUnderItsRevision() {
        house.complain(id, "B-1", 1_999);
        floor.read();
        PlatformMatter matter = floor.matter(id, State.ASKED);
        floor.until("one letter", () -> floor.letters("requests", id).size() == 1);
        house.change(id, "open", 2_500);
        floor.becomes(floor.ask(Kind.AGREE_REFUND, id, matter.version(), new Money(1_999, "EUR"), null, null, Map.of()), "CHANGED");
        String number = floor.ask(Kind.AGREE_REFUND, id, "2", new Money(2_500, "EUR"), null, null, Map.of());
        floor.becomes(number, "DONE");
        assertThat(house.deeds).filteredOn(deed -> deed.startsWith(id)).containsExactly(id + " granted " + number);
        floor.read();
        floor.matter(id, State.DONE);
    }

    @Test
    void whatItHasNoVerbForIsAPersonsAndAStageNobodyKnowsIsParked() {
        house.complain(id, "B-2", 500);
        floor.read();
        floor.matter(id, State.ASKED);
        floor.becomes(floor.ask(Kind.MESSAGE, id, "Guten Tag"), "BY_HAND");
        house.change(id, "vanished", 500);
        floor.read();
        floor.until("parked", () -> floor.rows("select reason from platforms.hint where shop_id = :shop and matter = :key and state = 'PARKED'", id).contains("UNKNOWN_STAGE vanished"));
        assertThat(floor.matter(id).state()).isEqualTo(State.ASKED);
    }

    @Test
    void whileItIsAwayOthersAreServedAndAfterwardsNothingIsMissing() {
        MarketFloor other = tools.taobao(port, Map.of(), Map.of());
        house.slow = true;
        house.complain(id, "B-3", 700);
        floor.read();
        floor.until("it was found away", () -> floor.rows("select coalesce(last_error, '') from dispatch.outbox where kind = 'platform-poll' and shop_id = :shop and ref like '%' || :key", "grievances").contains("HTTP_503"));
        String refund = other.act("refunds", Map.of("shop", other.shop, "tid", "8100001")).path("name").asString();
        other.read();
        other.matter(refund, State.ASKED);
        house.slow = false;
        floor.until("nothing is missing", () -> {
            floor.read();
            return floor.matter(id) != null;
        });
    }
}
