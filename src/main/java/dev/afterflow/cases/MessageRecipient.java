package dev.afterflow.cases;

import dev.afterflow.cases.Cases.NewCase;
import dev.afterflow.intake.Fault;
import dev.afterflow.intake.Fields;
import dev.afterflow.intake.Letter;
import dev.afterflow.intake.Recipient;
import dev.afterflow.security.Shop;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes the words of buyers and platforms into the timeline; words about an order without a case open one. */
@Component
class MessageRecipient implements Recipient {

    /** Who speaks. */
    enum From { BUYER, PLATFORM }

    private final JdbcCases cases;
    private final RequestDesk desk;
    private final Conversation conversation;

    MessageRecipient(JdbcCases cases, RequestDesk desk, Conversation conversation) {
        this.cases = cases;
        this.desk = desk;
        this.conversation = conversation;
    }

    @Override
    public String kind() {
        return "messages";
    }

    @Override
    public List<Fault> check(JsonNode row, Shop shop) {
        Fields fields = Fields.of(row);
        fields.text("messageId", 100);
        fields.oneOf("from", From.class);
        fields.text("text", RequestFields.LONGEST_WORDS);
        fields.instant("sentAt");
        String order = fields.optionalText("orderId", 100);
        String number = fields.optionalText("caseNumber", 40);
        if ((order == null) == (number == null)) {
            fields.fault("orderId", "oneOf", "请填写订单号或工单号中的一个", "Give either an order or a case number");
        } else if (number != null && conversation.of(shop.id(), number).isEmpty()) {
            fields.fault("caseNumber", "cases.unknown", "本店没有这个工单", "The shop has no such case");
        }
        return fields.faults();
    }

    @Override
    public void accept(List<Letter> letters) {
        RequestDesk.inSequence(letters).forEach(this::take);
    }

    /** A word to a closed case, or about an order whose cases are all closed, opens the next case, which continues the closed one. */
    private void take(Letter letter) {
        if (conversation.known(letter)) {
            return;
        }
        String number = letter.body().path("caseNumber").stringValue(null);
        Optional<Case> named = number == null ? Optional.empty() : conversation.of(letter.shop(), number);
        String order = named.map(Case::orderId).orElseGet(() -> letter.body().path("orderId").stringValue(null));
        Case heardIn = named.filter(Case::open).or(() -> cases.openOf(letter.shop(), order).stream().findFirst())
                .orElseGet(() -> opened(letter, named.or(() -> cases.lastClosed(letter.shop(), order)), order));
        named.filter(of -> !of.number().equals(heardIn.number())).ifPresent(of -> conversation.movedOn(of, heardIn));
        conversation.said(heardIn, from(letter), letter);
    }

    private Case opened(Letter letter, Optional<Case> before, String order) {
        return desk.ask(question(letter, order, before.map(Case::buyerId).orElse(null)), before.map(Case::number).orElse(null));
    }

    private static NewCase question(Letter letter, String orderId, String buyerId) {
        Case.Kind kind = from(letter) == From.BUYER ? Case.Kind.QUESTION : Case.Kind.OTHER;
        return new NewCase(letter.shop(), letter.source(), "message:" + letter.externalId(), letter.version(), kind, orderId, buyerId,
                null, null, letter.body().path("text").stringValue(""), null, List.of(), false, null);
    }

    private static From from(Letter letter) {
        return From.valueOf(letter.body().path("from").stringValue());
    }

    static Map<String, String> words(Letter letter) {
        return Map.of("words", letter.body().path("text").stringValue(""), "sentAt", letter.body().path("sentAt").stringValue(""),
                "messageId", letter.externalId());
    }
}
