package dev.afterflow.cases;

import dev.afterflow.cases.JdbcHeard.Heard;
import dev.afterflow.intake.Letter;
import dev.afterflow.notifications.Notifications;
import dev.afterflow.security.Audit;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is said in a case; the buyer's word ends the waiting for the buyer. */
@Component
class Conversation {

    private final JdbcCases store;
    private final JdbcHeard heard;
    private final Cases cases;
    private final Timeline timeline;
    private final Audit audit;
    private final LiveNews news;
    private final Notifications notifications;
    private final FirstResponse firstResponse;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversation(JdbcCases store, JdbcHeard heard, Cases cases, Timeline timeline, Audit audit, LiveNews news,
                 Notifications notifications, FirstResponse firstResponse, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.heard = heard;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.news = news;
        this.notifications = notifications;
        this.firstResponse = firstResponse;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<Case> of(String shop, String number) {
        return store.find(number).filter(found -> found.shop().equals(shop));
    }

    @Transactional(readOnly = true)
    boolean known(Letter letter) {
        return heard.known(letter.shop(), letter.source(), letter.externalId());
    }

    @Transactional
    void said(Case in, MessageRecipient.From from, Letter letter) {
        Heard told = new Heard(in.shop(), letter.source(), letter.externalId(), in.number(), from,
                letter.body().path("text").stringValue(""), Instant.parse(letter.body().path("sentAt").stringValue()), clock.instant());
        if (!heard.write(told)) {
            return;
        }
        boolean buyer = from == MessageRecipient.From.BUYER;
        timeline.add(in.number(), "MESSAGE", buyer ? "买家留言" : "平台消息", buyer ? "The buyer wrote" : "The platform wrote",
                MessageRecipient.words(letter));
        audit.record(in.shop(), "MESSAGE_RECEIVED", "case", in.number(), Map.of("from", from.name(), "message", letter.externalId()));
        if (buyer) {
            fromBuyer(in, told);
        }
        news.changed(in.shop(), in.number(), "message");
    }

    /** A word to a closed case is heard in another one: both say so. */
    @Transactional
    void movedOn(Case closed, Case to) {
        timeline.add(closed.number(), "MESSAGE", "结案后又有来信，转到工单 " + to.number(),
                "Somebody wrote after the close; it goes on in case " + to.number(), Map.of("case", to.number()));
        news.changed(closed.shop(), closed.number(), "message");
    }

    private void fromBuyer(Case in, Heard told) {
        boolean leaveAlone = notifications.heard(in.shop(), in.buyerId(), told.text());
        firstResponse.heard(in, told, leaveAlone);
        events.publishEvent(new Cases.BuyerWrote(in.number(), in.shop(), told.messageId(), told.text(), told.heardAt()));
        if (in.state() == Case.State.WAITING_BUYER) {
            cases.state(in.number(), Case.State.OPEN);
            events.publishEvent(new RequestChanged(in.number(), in.shop(), RequestChanged.Change.UPDATED));
        }
    }
}
