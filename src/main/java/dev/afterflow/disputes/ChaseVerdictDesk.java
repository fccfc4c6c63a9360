package dev.afterflow.disputes;

import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of chaseVerdict. */
@Component
class ChaseVerdictDesk extends DisputeDesk {

    private final DisputeVerdicts verdicts;
    private final DisputeTerms terms;
    private final Disputes disputes;

    ChaseVerdictDesk(Disputes disputes, DisputeScene scene, DisputeVerdicts verdicts, DisputeTerms terms) {
        super(disputes, scene);
        this.verdicts = verdicts;
        this.terms = terms;
        this.disputes = disputes;
    }

    @Override
    public String task() {
        return "chaseVerdict";
    }

    @Override
    Map<String, Object> shown(Dispute of) {
        return Map.of();
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        Dispute of = disputes.find(caseNumber).orElseThrow();
        if (of.state() == Dispute.State.DECIDED) {
            return Map.of("verdictKnown", true);
        }
        String answer = word(input, "answer");
        if (answer.equals("WAIT")) {
            return Map.of("verdictKnown", false, "verdictBy", Date.from(terms.until(of.shop(), "disputeVerdict")));
        }
        verdicts.told(caseNumber, answer, money(text(input, "paid"), of.currency()), word(input, "note"));
        return Map.of("verdictKnown", true);
    }

    static Money money(String typed, String currency) {
        try {
            return typed == null ? null : Money.parse(typed, currency);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.invalid("paid", "amount", "请填写金额，如 12.50", "Give an amount such as 12.50");
        }
    }
}
