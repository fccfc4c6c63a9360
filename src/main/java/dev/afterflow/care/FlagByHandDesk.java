package dev.afterflow.care;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of flagByHand. */
@Component
class FlagByHandDesk implements DeskWork {

    private final Flags flags;

    FlagByHandDesk(Flags flags) {
        this.flags = flags;
    }

    @Override
    public String task() {
        return "flagByHand";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        JdbcFlags.Stored stored = flags.latest(caseNumber);
        return Map.of("order", stored.flag().orderId(), "flag", Words.of(stored.flag().colour().name()), "memo", stored.flag().memo(),
                "state", stored.state() + (stored.code() == null ? "" : " " + stored.code()));
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        flags.byHand(caseNumber, Words.text(input, "flagAnswer"), Words.text(input, "note"), who);
        return Map.of();
    }
}
