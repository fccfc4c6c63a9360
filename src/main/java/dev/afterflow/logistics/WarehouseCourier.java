package dev.afterflow.logistics;

import dev.afterflow.cases.Timeline;
import dev.afterflow.dispatch.Attempt;
import dev.afterflow.dispatch.Courier;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.logistics.Warehouse.Answer;
import dev.afterflow.logistics.Warehouse.Kind;
import dev.afterflow.logistics.Warehouse.Notice;
import dev.afterflow.logistics.Warehouse.Result;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Carries notices to the warehouse until it has taken or refused each; a refusal is written on the case. */
@Component
class WarehouseCourier implements Courier {

    private final JdbcNotices store;
    private final Warehouse warehouse;
    private final Outbox outbox;
    private final Timeline timeline;
    private final JsonMapper json;
    private final TransactionTemplate tx;

    WarehouseCourier(JdbcNotices store, Warehouse warehouse, Outbox outbox, Timeline timeline, JsonMapper json, TransactionTemplate tx) {
        this.store = store;
        this.warehouse = warehouse;
        this.outbox = outbox;
        this.timeline = timeline;
        this.json = json;
        this.tx = tx;
    }

    @Override
    public String kind() {
        return Notices.OUTBOX;
    }

    @Override
    public void carry(Parcel parcel) {
        Optional<Notice> notice = tx.execute(status -> store.open(parcel.ref()));
        if (notice.isEmpty()) {
            outbox.done(kind(), parcel.ref());
        } else if (!warehouse.isConnected(notice.get().shop())) {
            end(parcel, notice.get(), "SKIPPED", new Answer(Result.UNKNOWN, null, "NO_WAREHOUSE", null));
        } else if (outbox.stillMine(parcel)) {
            tell(parcel, notice.get());
        }
    }

    private void tell(Parcel parcel, Notice notice) {
        Answer answer = warehouse.tell(notice);
        outbox.note(parcel, new Attempt("telling", answer.result().name(), answer.status(), answer.code(), null));
        switch (answer.result()) {
            case TAKEN, REFUSED -> end(parcel, notice, answer.result().name(), answer);
            case UNKNOWN -> outbox.backOff(parcel, answer.code());
        }
    }

    private void end(Parcel parcel, Notice notice, String state, Answer answer) {
        tx.executeWithoutResult(status -> {
            if (store.end(notice.ref(), state, answer.code(), answer.body())) {
                follow(notice, answer);
            }
            outbox.done(kind(), parcel.ref());
        });
    }

    private void follow(Notice notice, Answer answer) {
        if (answer.result() == Result.TAKEN && notice.kind() == Kind.SHIPMENT_ORDERED) {
            store.bins(notice.number(), bins(answer.body()));
        } else if (answer.result() == Result.REFUSED) {
            timeline.add(notice.caseNumber(), "PARCEL", "仓库系统拒绝了通知 " + notice.number() + "，请人工联系仓库",
                    "The warehouse's system refused " + notice.number() + "; tell the warehouse yourself", Map.of("code", answer.code()));
        }
    }

    private Map<String, String> bins(String body) {
        Map<String, String> bins = new HashMap<>();
        try {
            for (Map.Entry<String, JsonNode> bin : json.readTree(body).path("bins").properties()) {
                bins.put(bin.getKey(), bin.getValue().asString(""));
            }
        } catch (JacksonException unreadable) {
            return Map.of();
        }
        return bins;
    }
}
