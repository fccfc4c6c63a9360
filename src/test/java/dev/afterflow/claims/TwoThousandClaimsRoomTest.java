package dev.afterflow.claims;

import dev.afterflow.RoomTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two thousand claims: recoveries, receipts and receivables are what the carriers' own books say. */
@RoomTest
@Tag("faults")
class TwoThousandClaimsRoomTest extends GeneratedClaims {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 20261130)
    void theBooksAgreeWithTheCarriersToTheCent(long seed) {
        theBooksSayWhatTheCarriersKnow(seed, 2_000, 15);
    }
}
