package dev.afterflow.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Problem;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 12305 hears of parcels of shops under China's law, for a year from posting, and of no others. */
@RoomTest
class LawRoomTest {

    private static final Instant POSTED = Instant.parse("2026-11-01T02:00:00Z");

    @Autowired
    private Law law;

    @Test
    void aChineseShopMayComplainForAYear() {
        assertThat(law.complainBy("lanting", POSTED)).isEqualTo("2027-11-01T02:00:00Z");
        assertThat(law.complainBy("lanting", null)).as("nobody knows when it was posted").isNull();
        assertThatCode(() -> law.demandComplaint("lanting")).doesNotThrowAnyException();
    }

    @Test
    void aShopElsewhereIsToldThatNobodyHearsIt() {
        assertThat(law.complainBy("verde", POSTED)).isNull();
        assertThatThrownBy(() -> law.demandComplaint("verde")).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.getBody().getProperties()).containsEntry("rule", "elsewhere"));
    }
}
