package dev.afterflow.care;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of hurryShipment: the warehouse says whether and when an order leaves. */
@Component
class HurryShipmentDesk implements DeskWork {

    private final LateShipments late;
    private final Subjects subjects;
    private final Promises promises;
    private final Stocktaking stock;

    HurryShipmentDesk(LateShipments late, Subjects subjects, Promises promises, Stocktaking stock) {
        this.late = late;
        this.subjects = subjects;
        this.promises = promises;
        this.stock = stock;
    }

    @Override
    public String task() {
        return "hurryShipment";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Subject of = subjects.of(caseNumber);
        Map<String, Object> form = new HashMap<>();
        form.put("order", of.order().orderId());
        form.put("shipBy", Words.time(of.matter().dueAt(), of.shop(), Vocabulary.chinese()));
        form.put("goods", stock.told(of.order(), Vocabulary.chinese()));
        form.put("stake", stake(of));
        form.put("excuse", of.matter().excuse().name());
        return form;
    }

    private String stake(Subject of) {
        PromiseTerms terms = promises.of(of.shop().id(), of.order().paidAt() == null ? of.matter().openedAt() : of.order().paidAt());
        Integer percent = terms.late().percent();
        String rules = Words.of("rules." + terms.ruleSet()) + (percent == null ? "" : " " + percent + "%");
        return terms.payer().equals("PLATFORM") ? rules + (Vocabulary.chinese() ? "，平台划扣" : ", deducted by the platform") : rules;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        String answer = Words.text(input, "shipAnswer");
        String excuse = Words.text(input, "excuse");
        late.answer(caseNumber, answer, Words.number(input, "shipDays"), excuse.isEmpty() ? Matter.Excuse.NONE : Matter.Excuse.valueOf(excuse),
                Words.files(input), Words.text(input, "note"), who);
        return Map.of("shipAnswer", answer);
    }
}
