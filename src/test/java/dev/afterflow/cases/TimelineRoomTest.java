package dev.afterflow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.intake.Intake;
import dev.afterflow.security.Role;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Who;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class TimelineRoomTest {

    @Autowired
    Shops shops;
    @Autowired
    Intake intake;
    @Autowired
    Cases cases;
    @Autowired
    Timeline timeline;

    @Test
    void theTimelineSaysTheEndInWordsAndWhoActedByName() {
        ShopFloor shop = ShopFloor.open(shops, intake);
        String number = cases.open(new Cases.NewCase(shop.id, "test", "k-1", "v1", Case.Kind.QUESTION, null, "b-1", null, null,
                "怎么用？", null, List.of(), false, null)).number();
        Who agent = new Who(41, "lin-test", "林测试", Set.of(Role.AGENT), Set.of(shop.id), Set.of(), "zh-CN", Who.Kind.PERSON);
        agent.acting(() -> {
            cases.close(number, "SOLVED");
            return null;
        });

        Timeline.Entry end = timeline.of(number, null, 1).items().get(0);
        assertThat(end.textZh()).isEqualTo("工单已结案：已解决");
        assertThat(end.textEn()).isEqualTo("Case closed: solved");
        assertThat(end.data()).containsEntry("outcome", "SOLVED");
        assertThat(end.by()).isEqualTo("lin-test");
        assertThat(end.byName()).isEqualTo("林测试");
    }
}
