package dev.afterflow.carriers;

import dev.afterflow.carriers.CarrierAnswered.Verdict;
import dev.afterflow.intake.Fault;
import dev.afterflow.intake.Fields;
import dev.afterflow.intake.Letter;
import dev.afterflow.intake.Recipient;
import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes carriers' answers that a machine of the seller's read, such as its mail room; one to a number nobody asked under is parked. */
@Component
class AnswerLetters implements Recipient {

    private final Carriers carriers;
    private final JdbcCarrierRequests requests;

    AnswerLetters(Carriers carriers, JdbcCarrierRequests requests) {
        this.carriers = carriers;
        this.requests = requests;
    }

    @Override
    public String kind() {
        return "answers";
    }

    @Override
    public List<Fault> check(JsonNode row, Shop shop) {
        Fields answer = Fields.of(row);
        answer.text("answerId", 100);
        answer.text("number", 40);
        answer.oneOf("verdict", Verdict.class);
        answer.optionalMoney("amount");
        answer.optionalText("reference", 100);
        answer.optionalText("text", 2_000);
        answer.instant("at");
        return answer.faults();
    }

    @Override
    public void accept(List<Letter> letters) {
        letters.forEach(letter -> {
            JsonNode body = letter.body();
            String number = body.path("number").asString();
            JdbcCarrierRequests.Row request = requests.find(number).filter(row -> row.shop().equals(letter.shop())).orElseThrow(() -> Problem.notFound("carrierRequest"));
            JsonNode amount = body.path("amount");
            carriers.answered(new CarrierAnswered(number, request.caseNumber(), request.shop(), request.kind(), Verdict.valueOf(body.path("verdict").asString()),
                amount.isObject() ? new Money(amount.path("minor").asLong(), amount.path("currency").asString()) : null, body.path("reference").stringValue(null),
                body.path("text").stringValue(""), OffsetDateTime.parse(body.path("at").asString()).toInstant()));
        });
    }
}
