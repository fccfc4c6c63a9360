package dev.afterflow.returns;

import dev.afterflow.cases.Cases;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The desk's side of answerPlatform. */
@Component
class AnswerPlatformDesk implements DeskWork {

    private final JdbcReturns store;
    private final Intervening intervening;
    private final Cases cases;

    AnswerPlatformDesk(JdbcReturns store, Intervening intervening, Cases cases) {
        this.store = store;
        this.intervening = intervening;
        this.cases = cases;
    }

    @Override
    public String task() {
        return "answerPlatform";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Return known = store.find(caseNumber).orElseThrow(() -> Problem.notFound("request"));
        Optional<Cases.Intervention> told = cases.intervention(caseNumber);
        Map<String, Object> form = new HashMap<>();
        form.put("platformWords", told.map(Cases.Intervention::words).orElse(""));
        form.put("reason", Words.of(known.finding().reasonType()));
        form.put("finding", Words.of(known.finding()));
        form.put("stands", stands(known));
        return form;
    }

    /** What the case came to so far, with the ground and the words of a refusal. */
    private static String stands(Return known) {
        String ground = known.answer().ground() == null ? "" : Ground.valueOf(known.answer().ground()).words(known, Vocabulary.chinese() ? "zh" : "en");
        String words = known.answer().words() == null ? "" : known.answer().words();
        return Stream.of(Words.of(known.state().name()), ground, words).filter(part -> !part.isBlank()).collect(Collectors.joining(Vocabulary.chinese() ? "；" : "; "));
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        String position = ReviewRequestDesk.text(input, "position");
        if (!position.equals("contest") && !position.equals("concede")) {
            throw Problem.invalid("position", "values", "请选择答复", "Choose an answer");
        }
        intervening.answer(caseNumber, position.equals("concede"), ReviewRequestDesk.text(input, "words"), ReviewRequestDesk.text(input, "note"),
                ReviewRequestDesk.files(input), who);
        return Map.of();
    }
}
