package dev.afterflow.orders;

import dev.afterflow.intake.Fault;
import dev.afterflow.intake.Fields;
import dev.afterflow.intake.Letter;
import dev.afterflow.intake.Recipient;
import dev.afterflow.security.Shop;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes reviews. Marketplaces give one review id to several orders of a buyer, so review and order name it together. */
@Component
class ReviewLetters implements Recipient {

    private final JdbcReviews store;
    private final ApplicationEventPublisher events;

    ReviewLetters(JdbcReviews store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    @Override
    public String kind() {
        return "reviews";
    }

    @Override
    public List<Fault> check(JsonNode row, Shop shop) {
        Fields review = Fields.of(row);
        review.text("reviewId", 64);
        review.text("orderId", 64);
        review.optionalText("version", 64);
        review.whole("score", 1, 5);
        review.optionalText("title", 500);
        review.optionalText("text", 10_000);
        review.instant("createdAt");
        review.optionalInstant("answeredAt");
        review.object("ratings").ifPresent(ratings -> List.of("description", "service", "logistics").forEach(score -> ratings.optionalWhole(score, 1, 5)));
        review.object("appended").ifPresent(appended -> {
            appended.text("text", 10_000);
            appended.instant("at");
        });
        review.optionalFlag("deleted");
        return review.faults();
    }

    @Override
    public void accept(List<Letter> letters) {
        store.keep(letters).forEach(events::publishEvent);
    }

    @Override
    public String externalId(JsonNode row) {
        return row.path("reviewId").stringValue("") + "@" + row.path("orderId").stringValue("");
    }
}
