package dev.afterflow.payments;

import dev.afterflow.RoomTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generated cases of every build: fewer of them, another seed. */
@RoomTest
class SomeHundredCasesRoomTest extends GeneratedCases {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 7)
    void theLedgerAgreesWithTheBankToTheCent(long seed) {
        everyCentIsWhereTheBankSaysItIs(seed, 500);
    }
}
