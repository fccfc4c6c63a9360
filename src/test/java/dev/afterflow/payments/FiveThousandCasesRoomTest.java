package dev.afterflow.payments;

import dev.afterflow.RoomTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five thousand decisions over all providers, payments, splits and currencies: the ledger sums to zero against the bank's own log. */
@RoomTest
@Tag("faults")
class FiveThousandCasesRoomTest extends GeneratedCases {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 20261122)
    void theLedgerAgreesWithTheBankToTheCent(long seed) {
        everyCentIsWhereTheBankSaysItIs(seed, 5_000);
    }
}
