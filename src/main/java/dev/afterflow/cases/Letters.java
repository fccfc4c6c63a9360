package dev.afterflow.cases;

import dev.afterflow.cases.LetterFacts.Reach;
import dev.afterflow.notifications.Message;
import dev.afterflow.notifications.Notifications;
import dev.afterflow.notifications.Said;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people write to the buyer of a case; the guard of {@code notifications} has the last word. */
@Component
@Transactional
class Letters {

    private static final String NO_QUESTION_ZH = "工单已结案，买家没有新的来信，不能再主动联系";
    private static final String NO_QUESTION_EN = "The case is closed and the buyer has not written since: only an answer may be sent";

    private final Cases cases;
    private final LetterFacts facts;
    private final Notifications notifications;
    private final FirstResponse firstResponse;
    private final Timeline timeline;
    private final LiveNews news;

    Letters(Cases cases, LetterFacts facts, Notifications notifications, FirstResponse firstResponse, Timeline timeline, LiveNews news) {
        this.cases = cases;
        this.facts = facts;
        this.notifications = notifications;
        this.firstResponse = firstResponse;
        this.timeline = timeline;
        this.news = news;
    }

    /** How a message would fare, what the data says of reviews near it, and whether the case may be written in at all. */
    record Preview(Notifications.Preview message, Review review, boolean mayWrite, String mayNotZh, String mayNotEn) {

        /** Why money and reviews must not meet here. */
        record Review(boolean linked, List<String> reasonsZh, List<String> reasonsEn) {
        }
    }

    Preview preview(String number, Draft draft) {
        Case of = cases.find(number);
        draft.lengths();
        Reach reach = facts.of(of);
        boolean may = of.open() || reach.asked();
        return new Preview(notifications.preview(message(of, draft, "preview", reach)),
                new Preview.Review(!reach.reviews().isEmpty(), reach.reasonsZh(), reach.reasonsEn()), may,
                may ? null : NO_QUESTION_ZH, may ? null : NO_QUESTION_EN);
    }

    Said write(String number, Draft draft, String key, Who who) {
        Case of = cases.find(number);
        draft.check();
        if (key.length() < 8 || key.length() > 100) {
            throw Problem.malformed("Idempotency-Key", "length", "幂等键为 8 到 100 个字符", "A key has 8 to 100 characters");
        }
        if (of.orderId() == null) {
            throw Problem.conflict("cases.noOrder", "案件没有关联订单，无法联系买家", "The case has no order, so no buyer can be reached");
        }
        Reach reach = facts.of(of);
        if (!of.open() && !reach.asked()) {
            throw Problem.conflict("cases.closedNoQuestion", NO_QUESTION_ZH, NO_QUESTION_EN);
        }
        Said said = notifications.say(message(of, draft, key, reach), who);
        note(of, said);
        return said;
    }

    private void note(Case of, Said said) {
        boolean goes = said.state().equals("NEW");
        timeline.add(of.number(), "MESSAGE", goes ? "客服留言" : "客服留言被守卫拦下", goes ? "Customer service wrote" : "The guard kept a message back",
                goes ? Map.of("words", said.text(), "message", said.id()) : Map.of("message", said.id(), "state", said.state()));
        if (goes) {
            firstResponse.answered(of.number());
        }
        news.changed(of.shop(), of.number(), "message");
    }

    List<Notifications.Form> forms(String number, String language) {
        Case of = cases.find(number);
        Reach reach = facts.of(of);
        return notifications.forms(of.shop(), language == null ? reach.language() : language, reach.words());
    }

    Contact contact(String number) {
        Case of = cases.find(number);
        return new Contact(of.buyerId() == null || notifications.wants(of.shop(), of.buyerId(), Notifications.Topic.REVIEW),
                of.buyerId() != null && notifications.wants(of.shop(), of.buyerId(), Notifications.Topic.MARKETING));
    }

    /** What the buyer wants to hear of. */
    record Contact(boolean review, boolean marketing) {
    }

    void wish(String number, Notifications.Topic topic, Boolean allowed) {
        Case of = cases.find(number);
        if (topic == null || allowed == null || of.buyerId() == null) {
            throw Problem.invalid(topic == null ? "topic" : "allowed", "required", "请填写主题和意愿，且案件须有买家",
                    "Give topic and wish; the case needs a buyer");
        }
        notifications.wish(of.shop(), of.buyerId(), topic, allowed);
    }

    private static Message message(Case of, Draft draft, String key, Reach reach) {
        Map<String, String> words = new HashMap<>(draft.words());
        if (draft.template() == null) {
            words.put("text", draft.text());
        } else {
            words.putAll(reach.words());
        }
        return new Message(of.shop(), of.number(), draft.template() == null ? Message.TYPED : draft.template(),
                draft.language() == null ? reach.language() : draft.language(), reach.to(), words, key,
                new Message.About(draft.reviewId(), Boolean.TRUE.equals(draft.offers()), Boolean.TRUE.equals(draft.marketing()),
                        reach.secrets(), reach.reviews(), reach.asked(), null));
    }
}
