package dev.afterflow.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Own verdicts stand on the form with their number; fewer than twenty are said to be too few to go by. */
class DecideDisputeDeskTest {

    private static String past(int decided, int won, boolean chinese) {
        return DecideDisputeDesk.past(new Dispute.Advice("CONTEST", "证据齐全 / complete", decided, won), chinese);
    }

    @Test
    void theirNumberIsAlwaysShownAndTooFewAreSaidToBeTooFew() {
        assertThat(past(19, 16, true)).isEqualTo("本店同平台同原因抗辩 19 件，胜 16 件；不满 20 件，样本太少，按规则表建议");
        assertThat(past(20, 16, true)).isEqualTo("本店同平台同原因抗辩 20 件，胜 16 件");
        assertThat(past(19, 3, false)).isEqualTo("19 contested on this platform for this reason, 3 won; fewer than 20 are too few to go by: the rule's advice stands");
        assertThat(past(20, 3, false)).isEqualTo("20 contested on this platform for this reason, 3 won");
    }
}
