package dev.afterflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private final TimeOrderedIds ids = new TimeOrderedIds();

    @Test
    void idsGrowEvenWithinOneMillisecond() {
        List<String> many = IntStream.range(0, 20_000).mapToObj(i -> ids.getNextId()).toList();
        assertThat(many).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anIdIsAUuidOfVersionSevenAndCarriesTheTime() {
        long before = System.currentTimeMillis();
        UUID id = UUID.fromString(ids.getNextId());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void threadsNeverShareAnId() {
        assertThat(IntStream.range(0, 20_000).parallel().mapToObj(i -> ids.getNextId()).distinct().count()).isEqualTo(20_000);
    }
}
