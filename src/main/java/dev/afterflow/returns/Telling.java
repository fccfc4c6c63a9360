package dev.afterflow.returns;

import dev.afterflow.money.Money;
import dev.afterflow.notifications.Message;
import dev.afterflow.notifications.Notifications;
import dev.afterflow.orders.Order;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the buyer how their request stands, in their own language. */
@Component
@Transactional
class Telling {

    private final JdbcReturns store;
    private final JdbcAnswers answers;
    private final Gathering gathering;
    private final Notifications notifications;

    Telling(JdbcReturns store, JdbcAnswers answers, Gathering gathering, Notifications notifications) {
        this.store = store;
        this.answers = answers;
        this.gathering = gathering;
        this.notifications = notifications;
    }

    /** The refusal with its ground, or what we ask the buyer for. */
    void answer(String caseNumber) {
        Return known = store.find(caseNumber).orElseThrow();
        Facts facts = gathering.of(caseNumber);
        String said = known.answer().words();
        String key = "answer-" + answers.count(caseNumber);
        if (known.state() == Return.State.REFUSED) {
            Ground ground = Ground.valueOf(known.answer().ground());
            tell(facts, "requestRefused", Map.of("reason", ground.words(known, language(facts)) + " " + said), key);
        } else {
            tell(facts, "evidenceAsked", Map.of("words", said), key);
        }
    }

    void refunded(String caseNumber) {
        Return known = store.find(caseNumber).orElseThrow();
        Facts facts = gathering.of(caseNumber);
        Money amount = known.agreed();
        tell(facts, "refundSettled", Map.of("amount", amount.display(Locale.forLanguageTag(language(facts)))), "refunded-" + known.refundSeq());
    }

    void withdrawn(String caseNumber) {
        tell(gathering.of(caseNumber), "withdrawnClosed", Map.of(), "withdrawn");
    }

    private void tell(Facts facts, String template, Map<String, String> words, String key) {
        Map<String, String> all = new HashMap<>(words);
        all.put("orderId", facts.order().orderId());
        all.put("caseNumber", facts.asked().number());
        Order.Buyer buyer = facts.order().buyer();
        notifications.tell(new Message(facts.shop().id(), facts.asked().number(), template, language(facts),
                new Message.Recipient(buyer == null ? "order:" + facts.order().orderId() : buyer.id(), facts.order().orderId(),
                        buyer == null ? null : buyer.email()), all, key));
    }

    private static String language(Facts facts) {
        Order.Buyer buyer = facts.order().buyer();
        return buyer == null || buyer.language() == null ? facts.shop().language() : buyer.language();
    }
}
