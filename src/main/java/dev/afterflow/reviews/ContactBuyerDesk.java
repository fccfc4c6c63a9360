package dev.afterflow.reviews;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of contactBuyer: the bounds of contact stand on the form, and messages go by the guard. */
@Component
class ContactBuyerDesk implements DeskWork {

    private final ReviewForms forms;
    private final ReviewCause cause;

    ContactBuyerDesk(ReviewForms forms, ReviewCause cause) {
        this.forms = forms;
        this.cause = cause;
    }

    @Override
    public String task() {
        return "contactBuyer";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Map<String, Object> form = new HashMap<>(forms.head(forms.of(caseNumber)));
        form.put("bounds", Vocabulary.chinese() ? "在对话里联系：只谈问题，不提评价，不给好处换评价；至多两次，9 至 20 点；买家不愿意就停"
                : "Write in the talk: about the problem, never the review, nothing in return for it; at most twice, between 9 and 20; stop when the buyer asks to");
        return form;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        return Map.of("buyerAgrees", cause.said(caseNumber, ReviewForms.word(input, "answer"), ReviewForms.word(input, "kind"), ReviewForms.word(input, "note"), who));
    }
}
