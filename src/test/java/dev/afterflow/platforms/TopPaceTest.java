package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopPaceTest {

    private static final int MOST = 8;
    private final TopPace pace = new TopPace();

    @Test
    void whatWasBookedIsNotTakenByOthersWhoBeginMeanwhile() {
        assertThat(pace.books(0, 3, MOST)).isTrue();
        for (int other = 0; other < 5; other++) {
            assertThat(pace.calls(10, MOST)).isTrue();
        }
        assertThat(pace.calls(20, MOST)).as("three are booked").isFalse();
        assertThat(pace.books(20, 1, MOST)).isFalse();
        pace.callsBooked(30);
        pace.callsBooked(40);
        assertThat(pace.calls(50, MOST)).as("two were made, one is booked still").isFalse();
    }

    @Test
    void whatIsNotNeededIsGivenBack() {
        assertThat(pace.books(0, 3, MOST)).isTrue();
        pace.callsBooked(10);
        pace.gaveUp(2);
        assertThat(pace.books(20, 7, MOST)).isTrue();
        assertThat(pace.calls(30, MOST)).isFalse();
    }

    @Test
    void aBookedCallCountsFromTheMomentItIsMade() {
        assertThat(pace.books(0, MOST, MOST)).isTrue();
        for (int call = 0; call < MOST; call++) {
            pace.callsBooked(900);
        }
        assertThat(pace.calls(1_500, MOST)).isFalse();
        assertThat(pace.calls(1_900, MOST)).isTrue();
    }
}
