package dev.afterflow.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisputeTermsTest {

    private static final Instant FROM = Instant.parse("2026-11-30T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"P3D, PT48H, PT66H", "PT48H, PT24H, PT42H", "PT30H, PT15H, PT24H", "PT4H, PT2H, PT3H12M", "PT40H, PT20H, PT34H"})
    void peopleAreWarnedADayAndSixHoursAheadOrAtHalfAndFourFifthsOfAShortTerm(String term, String warned, String alarmed) {
        Dispute.Times times = DisputeTerms.times(FROM, FROM.plus(Duration.parse(term)), true);

        assertThat(times.warnAt()).isEqualTo(FROM.plus(Duration.parse(warned)));
        assertThat(times.alarmAt()).isEqualTo(FROM.plus(Duration.parse(alarmed)));
    }

    @Test
    void aDeadlineThatIsOverWarnsAtOnce() {
        Dispute.Times times = DisputeTerms.times(FROM, FROM.minusSeconds(1), true);

        assertThat(times.warnAt()).isEqualTo(times.dueAt());
        assertThat(times.alarmAt()).isEqualTo(times.dueAt());
    }
}
