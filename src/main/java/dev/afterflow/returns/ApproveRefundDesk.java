package dev.afterflow.returns;

import dev.afterflow.security.People;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of approveRefund. */
@Component
class ApproveRefundDesk implements DeskWork {

    private final JdbcReturns store;
    private final Gathering gathering;
    private final Payout payout;
    private final People people;

    ApproveRefundDesk(JdbcReturns store, Gathering gathering, Payout payout, People people) {
        this.store = store;
        this.gathering = gathering;
        this.payout = payout;
        this.people = people;
    }

    @Override
    public String task() {
        return "approveRefund";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Return known = store.find(caseNumber).orElseThrow(() -> Problem.notFound("request"));
        Facts facts = gathering.of(caseNumber);
        Map<String, Object> form = new HashMap<>();
        form.put("agreed", Words.of(known.agreed()));
        form.put("due", Words.of(known.finding().rule() == null ? known.agreed() : known.finding().rule().due(facts)));
        form.put("reason", Words.of(known.finding().reasonType()));
        form.put("finding", Words.of(known.finding()));
        form.put("reviewer", name(known.answer().reviewer()));
        form.put("role", Words.of(known.approval().role()));
        form.put("reviewNote", known.answer().note());
        form.put("smallTeam", payout.smallTeam());
        return form;
    }

    private String name(String reviewer) {
        return reviewer == null ? Words.of("RULE") : people.find(reviewer).map(Who::name).orElse(reviewer);
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        String approval = ReviewRequestDesk.text(input, "approval");
        switch (approval) {
            case "approved" -> {
                Who.demandFreshCode();
                payout.approve(caseNumber, Boolean.TRUE.equals(input.get("confirmedAgain")), who);
            }
            case "sentBack" -> payout.sendBack(caseNumber, ReviewRequestDesk.text(input, "note"), who);
            default -> throw Problem.invalid("approval", "values", "请选择审批结果", "Choose a decision");
        }
        return Map.of("refundOutcome", approval);
    }
}
