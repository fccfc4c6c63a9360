package dev.afterflow.cases;

import dev.afterflow.intake.Letter;
import dev.afterflow.notifications.Notifications;
import dev.afterflow.security.Audit;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is said in a case; the buyer's word ends the waiting for the buyer. */
@Component
class Conversation {

    private final JdbcCases store;
    private final Cases cases;
    private final Timeline timeline;
    private final Audit audit;
    private final LiveNews news;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;

    Conversation(JdbcCases store, Cases cases, Timeline timeline, Audit audit, LiveNews news,
                 Notifications notifications, ApplicationEventPublisher events) {
        this.store = store;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.news = news;
        this.notifications = notifications;
        this.events = events;
    }

    @Transactional(readOnly = true)
    Optional<Case> of(String shop, String number) {
        return store.find(number).filter(found -> found.shop().equals(shop));
    }

    @Transactional
    void said(Case in, MessageRecipient.From from, Letter letter) {
        boolean buyer = from == MessageRecipient.From.BUYER;
        timeline.add(in.number(), "MESSAGE", buyer ? "买家留言" : "平台消息", buyer ? "The buyer wrote" : "The platform wrote",
                MessageRecipient.words(letter));
        audit.record(in.shop(), "MESSAGE_RECEIVED", "case", in.number(), Map.of("from", from.name(), "message", letter.externalId()));
        if (buyer) {
            notifications.heard(in.shop(), in.buyerId(), letter.body().path("text").stringValue(""));
        }
        if (buyer && in.state() == Case.State.WAITING_BUYER) {
            cases.state(in.number(), Case.State.OPEN);
            events.publishEvent(new RequestChanged(in.number(), in.shop(), RequestChanged.Change.UPDATED));
        }
        news.changed(in.shop(), in.number(), "message");
    }
}
