package dev.afterflow.returns;

import dev.afterflow.notifications.Message;
import dev.afterflow.notifications.Notifications;
import dev.afterflow.orders.Order;
import dev.afterflow.remedies.Remedies;
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
    private final Remedies remedies;
    private final Notifications notifications;

    Telling(JdbcReturns store, JdbcAnswers answers, Gathering gathering, Remedies remedies, Notifications notifications) {
        this.store = store;
        this.answers = answers;
        this.gathering = gathering;
        this.remedies = remedies;
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

    /** The request is here and somebody looks after it: told at once, before anything is asked or judged. */
    void acknowledged(String caseNumber) {
        tell(gathering.of(caseNumber), "requestReceived", Map.of(), "received");
    }

    /** The offer that is open, as numbered lines. */
    void offer(String caseNumber) {
        tellOffer(caseNumber, "offerMade", "offer-");
    }

    void remindOfOffer(String caseNumber, int time) {
        tellOffer(caseNumber, "offerReminder", "offer-" + time + "-");
    }

    private void tellOffer(String caseNumber, String template, String key) {
        Facts facts = gathering.of(caseNumber);
        Remedies.Offer offer = remedies.offer(caseNumber).orElseThrow();
        tell(facts, template, Map.of("options", offer.text(language(facts).startsWith("zh"))), key + offer.id());
    }

    /** The money is back, and why it is another amount or another remedy than the buyer expected. */
    void refunded(String caseNumber) {
        Return known = store.find(caseNumber).orElseThrow();
        Facts facts = gathering.of(caseNumber);
        String amount = known.agreed().display(Locale.forLanguageTag(language(facts)));
        String words = known.answer().words() == null ? "" : known.answer().words();
        tell(facts, settled(known), Map.of("amount", amount, "words", words), "refunded-" + known.refundSeq());
    }

    private static String settled(Return known) {
        return switch (String.valueOf(known.course().why())) {
            case "LOST" -> "returnLostRefunded";
            case "OUT_OF_STOCK" -> "outOfStockRefunded";
            case "DEDUCTED" -> "partRefunded";
            default -> "refundSettled";
        };
    }

    void silent(String caseNumber) {
        tell(gathering.of(caseNumber), "closedSilent", Map.of(), "silent");
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
                        buyer == null ? null : buyer.email(), buyer == null ? null : buyer.phone()), all, key));
    }

    static String language(Facts facts) {
        Order.Buyer buyer = facts.order().buyer();
        return buyer == null || buyer.language() == null ? facts.shop().language() : buyer.language();
    }
}
