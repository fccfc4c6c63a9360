package dev.afterflow.disputes;

import dev.afterflow.providers.CardDisputes.Status;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.words.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of submitByHand. */
@Component
class SubmitByHandDesk extends DisputeDesk {

    private final DisputeAnswering answering;
    private final DisputeCards cards;

    SubmitByHandDesk(Disputes disputes, DisputeScene scene, DisputeAnswering answering, DisputeCards cards) {
        super(disputes, scene);
        this.answering = answering;
        this.cards = cards;
    }

    @Override
    public String task() {
        return "submitByHand";
    }

    @Override
    Map<String, Object> shown(Dispute of) {
        JdbcDisputeAnswers.Sent draft = answering.draft(of);
        Map<String, Object> form = new HashMap<>();
        boolean chinese = Vocabulary.chinese();
        form.put("todo", todo(of, draft.what().equals("ACCEPT"), chinese));
        form.put("number", draft.number());
        form.put("platformWords", Vocabulary.half(draft.said(), chinese));
        return form;
    }

    /** An inquiry is given in to by a refund of ours, so that the money book knows of it. */
    private String todo(Dispute of, boolean accepts, boolean chinese) {
        if (accepts && cards.of(of).filter(now -> now.status() == Status.INQUIRY).isPresent()) {
            return chinese ? "为订单开退款工单把款退给买家，银行随后关闭问询：" + of.matter() : "Refund the buyer through a case of the order; the bank then closes the inquiry: " + of.matter();
        }
        if (accepts) {
            return chinese ? "在平台接受：" + of.matter() : "Accept it on the platform: " + of.matter();
        }
        return (chinese ? "在平台提交证据包（工单的争议卡片可下载）：" : "Submit the pack on the platform (download it from the case's dispute card): ") + of.matter();
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        if (!Boolean.TRUE.equals(input.get("submitted"))) {
            throw Problem.invalid("submitted", "required", "在平台提交之后再勾选", "Tick it once it is submitted on the platform");
        }
        answering.byHand(caseNumber, text(input, "reference"), text(input, "note"), who);
        return Map.of();
    }
}
