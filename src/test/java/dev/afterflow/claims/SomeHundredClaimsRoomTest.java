package dev.afterflow.claims;

import dev.afterflow.RoomTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generated claims of every build: fewer of them, another seed. */
@RoomTest
class SomeHundredClaimsRoomTest extends GeneratedClaims {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 7)
    void theBooksAgreeWithTheCarriersToTheCent(long seed) {
        theBooksSayWhatTheCarriersKnow(seed, 150, 12);
    }
}
