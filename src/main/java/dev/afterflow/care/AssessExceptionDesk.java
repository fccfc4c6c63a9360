package dev.afterflow.care;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of assessException. */
@Component
class AssessExceptionDesk implements DeskWork {

    private final Exceptions exceptions;
    private final Subjects subjects;
    private final Stocktaking stock;

    AssessExceptionDesk(Exceptions exceptions, Subjects subjects, Stocktaking stock) {
        this.exceptions = exceptions;
        this.subjects = subjects;
        this.stock = stock;
    }

    @Override
    public String task() {
        return "assessException";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Subject of = subjects.of(caseNumber);
        return Map.of("order", of.order().orderId(), "kind", Words.of(of.matter().fact("exceptionKind")), "words", of.matter().fact("words"),
                "goods", stock.told(of.order(), Vocabulary.chinese()));
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        String answer = Words.text(input, "exceptionAnswer");
        String note = answer.equals("goesOn") ? Words.text(input, "note")
                : Words.demand(input, "note", "请写明查到了什么", "Say what you found");
        boolean asks = answer.equals("cannotDeliver");
        exceptions.assess(caseNumber, new Exceptions.Found(answer, asks ? Words.number(input, "restockDays") : null,
                asks ? Words.text(input, "otherGoods") : "", Words.files(input), note), who);
        return Map.of("exceptionAnswer", answer);
    }
}
