package dev.afterflow.care;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of recordChoice: what a buyer said by phone or in other words than the numbers. */
@Component
class RecordChoiceDesk implements DeskWork {

    private final Exceptions exceptions;
    private final Subjects subjects;

    RecordChoiceDesk(Exceptions exceptions, Subjects subjects) {
        this.exceptions = exceptions;
        this.subjects = subjects;
    }

    @Override
    public String task() {
        return "recordChoice";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Subject of = subjects.of(caseNumber);
        return Map.of("order", of.order().orderId(), "ways", Ways.lines(of.matter(), of.shop(), Vocabulary.chinese()));
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        return Map.of("choice", exceptions.choose(caseNumber, Words.text(input, "choice"), Words.text(input, "words"), who.login()));
    }
}
