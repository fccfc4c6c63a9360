package dev.afterflow.reviews;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of postReplyByHand. */
@Component
class PostReplyByHandDesk implements DeskWork {

    private final ReviewForms forms;
    private final ReviewReply reply;

    PostReplyByHandDesk(ReviewForms forms, ReviewReply reply) {
        this.forms = forms;
        this.reply = reply;
    }

    @Override
    public String task() {
        return "postReplyByHand";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Review of = forms.of(caseNumber);
        Map<String, Object> form = new HashMap<>(forms.head(of));
        form.put("text", of.reply().text());
        form.put("platformWords", Vocabulary.half(of.reply().words(), Vocabulary.chinese()));
        return form;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        reply.byHand(caseNumber, ReviewForms.word(input, "answer").equals("done"), ReviewForms.text(input, "note"), who);
        return Map.of();
    }
}
