package dev.afterflow.reviews;

import dev.afterflow.platforms.PlatformRequest;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of writeReply. */
@Component
class WriteReplyDesk implements DeskWork {

    private final ReviewForms forms;
    private final ReviewReply reply;
    private final ReviewScene scene;

    WriteReplyDesk(ReviewForms forms, ReviewReply reply, ReviewScene scene) {
        this.forms = forms;
        this.reply = reply;
        this.scene = scene;
    }

    @Override
    public String task() {
        return "writeReply";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Review of = forms.of(caseNumber);
        Map<String, Object> form = new HashMap<>(forms.head(of));
        form.put("hand", forms.hand(of, PlatformRequest.Kind.REPLY_REVIEW));
        reply.open(of).ifPresent(until -> form.put("window", (Vocabulary.chinese() ? "可回复到 " : "Can be answered until ") + scene.day(of.shop(), until)));
        form.put("text", of.reply().text());
        return form;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        return Map.of("replyWay", reply.write(caseNumber, ReviewForms.word(input, "answer"), ReviewForms.text(input, "text"), who));
    }
}
