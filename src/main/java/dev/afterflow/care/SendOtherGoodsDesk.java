package dev.afterflow.care;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of sendOtherGoods. */
@Component
class SendOtherGoodsDesk implements DeskWork {

    private final Exceptions exceptions;
    private final Subjects subjects;

    SendOtherGoodsDesk(Exceptions exceptions, Subjects subjects) {
        this.exceptions = exceptions;
        this.subjects = subjects;
    }

    @Override
    public String task() {
        return "sendOtherGoods";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Subject of = subjects.of(caseNumber);
        return Map.of("order", of.order().orderId(), "otherGoods", of.matter().fact("otherGoods"));
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        String answer = Words.text(input, "otherAnswer");
        exceptions.other(caseNumber, answer, Words.text(input, "note"), who);
        return Map.of("otherAnswer", answer);
    }
}
