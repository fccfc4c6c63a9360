package dev.afterflow.books;

import dev.afterflow.payments.Mismatches;
import dev.afterflow.payments.Mismatches.Answer;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of resolveMismatch. */
@Component
class ResolveMismatchDesk implements DeskWork {

    private final Mismatches mismatches;
    private final Paper paper;

    ResolveMismatchDesk(Mismatches mismatches, Paper paper) {
        this.mismatches = mismatches;
        this.paper = paper;
    }

    @Override
    public String task() {
        return "resolveMismatch";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        return paper.of(caseNumber);
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        Answer answer = Answer.valueOf((String) input.get("answer"));
        boolean second = mismatches.answer(caseNumber, answer, (String) input.get("note"), who.login());
        return Map.of("mismatchAnswer", answer.name().toLowerCase(Locale.ROOT), "secondNeeded", second);
    }
}
