package dev.afterflow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which version of a message counts. */
class VersionsTest {

    @Test
    void numbersAreComparedByValueNotBySpelling() {
        assertThat(Versions.newer("10", "9")).isTrue();
        assertThat(Versions.newer("9", "10")).isFalse();
        assertThat(Versions.newer("010", "10")).isFalse();
    }

    @Test
    void momentsAreComparedAcrossOffsets() {
        assertThat(Versions.newer("2026-11-20T18:00:00+08:00", "2026-11-20T10:30:00Z")).isFalse();
        assertThat(Versions.newer("2026-11-20T19:00:00+08:00", "2026-11-20T10:30:00Z")).isTrue();
    }

    @Test
    void theSameVersionIsNotNewerAndOtherWordsAreNewerBecauseTheyCameLater() {
        assertThat(Versions.newer("a", "a")).isFalse();
        assertThat(Versions.newer("b", "a")).isTrue();
        assertThat(Versions.newer("a", "b")).isTrue();
    }
}
