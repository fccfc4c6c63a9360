package dev.afterflow.disputes;

import dev.afterflow.security.Who;
import dev.afterflow.words.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of decideDispute: the proposal, and the shop's own verdicts with their number. */
@Component
class DecideDisputeDesk extends DisputeDesk {

    private static final int ENOUGH = 20;

    private final DisputeDeciding deciding;

    DecideDisputeDesk(Disputes disputes, DisputeScene scene, DisputeDeciding deciding) {
        super(disputes, scene);
        this.deciding = deciding;
    }

    @Override
    public String task() {
        return "decideDispute";
    }

    @Override
    Map<String, Object> shown(Dispute of) {
        Map<String, Object> form = new HashMap<>();
        Dispute.Advice advice = of.advice();
        boolean chinese = Vocabulary.chinese();
        form.put("proposal", DisputeWords.of(advice.strategy()) + (chinese ? "：" : ": ") + Vocabulary.half(advice.ground(), chinese));
        form.put("past", past(advice, chinese));
        form.put("sentBack", Vocabulary.half(of.position().sentBack(), chinese));
        form.put("position", advice.strategy());
        return form;
    }

    static String past(Dispute.Advice advice, boolean chinese) {
        int decided = advice.pastDecided();
        String few = decided >= ENOUGH ? "" : chinese ? "；不满 20 件，样本太少，按规则表建议" : "; fewer than 20 are too few to go by: the rule's advice stands";
        return chinese ? "本店同平台同原因抗辩 " + decided + " 件，胜 " + advice.pastWon() + " 件" + few
                : decided + " contested on this platform for this reason, " + advice.pastWon() + " won" + few;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        return deciding.decide(caseNumber, word(input, "position"), word(input, "note"), who);
    }
}
