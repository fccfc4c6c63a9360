package dev.afterflow.sandbox;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The played TOP's queue of words ({@code TMC}): once, twice, late behind a newer one, or not at all, as pages do that send none. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class TopNews {

    private final MarketPapers papers;
    private final JsonMapper json;

    TopNews(MarketPapers papers, JsonMapper json) {
        this.papers = papers;
        this.json = json;
    }

    /** {@code how}: once, twice, late or silent. */
    void tell(MarketBooks.Thing thing, String topic, String how) {
        String content = content(thing).toString();
        if (how.equals("silent")) {
            return;
        }
        papers.queue(thing.shop(), topic, content);
        if (how.equals("twice")) {
            papers.queue(thing.shop(), topic, content);
        } else if (how.equals("late")) {
            papers.queue(thing.shop(), topic.replaceFirst("_[A-Za-z]+$", thing.kind().equals("refund") ? "_RefundCreated" : "_Created"), content(thing).put("modified", thing.body().path("created").asString()).toString());
        }
    }

    private ObjectNode content(MarketBooks.Thing thing) {
        ObjectNode body = thing.body();
        ObjectNode content = json.createObjectNode().put("seller_nick", thing.shop()).put("buyer_nick", "买**家").put("modified", body.path("modified").asString(""));
        if (thing.kind().equals("rate")) {
            return content.put("tid", body.path("tid").asString()).put("oid", body.path("oid").asString()).put("rater", "buyer");
        }
        if (thing.kind().equals("exchange")) {
            return content.put("dispute_id", thing.name()).put("bill_type", "replace_bill");
        }
        return content.put("refund_id", thing.name()).put("tid", body.path("tid").asString()).put("oid", body.path("oid").asString()).put("refund_fee", body.path("refund_fee").asString())
            .put("refund_phase", body.path("refund_phase").asString()).put("bill_type", body.path("has_good_return").asBoolean(false) ? "return_bill" : "refund_bill");
    }
}
