package dev.afterflow.intake;

import dev.afterflow.security.Shop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Collects the rows of one delivery into batches; holds no more rows than one batch, only what became of them. */
class Tray {

    static final int BATCH = 200;
    private static final int LONGEST_ID = 200;

    /** A row that may be stored. */
    record Row(int number, String id, Version version, JsonNode body) {
    }

    private final Sorting.Delivery delivery;
    private final Shop shop;
    private final Recipient recipient;
    private final PostOffice office;
    private final Consumer<List<Receipt.Line>> also;
    private final List<Receipt.Line> lines = new ArrayList<>();
    private final List<Row> batch = new ArrayList<>();
    private final List<Receipt.Line> refused = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int count;

    Tray(Sorting.Delivery delivery, Shop shop, Recipient recipient, PostOffice office, Consumer<List<Receipt.Line>> also) {
        this.delivery = delivery;
        this.shop = shop;
        this.recipient = recipient;
        this.office = office;
        this.also = also;
    }

    void put(JsonNode body) {
        List<Fault> faults = faults(body);
        String id = recipient.externalId(body);
        if (!faults.isEmpty()) {
            refuse(id.isBlank() ? null : Faults.shown(id), faults);
            return;
        }
        if (ids.contains(id)) {
            flush();
        }
        ids.add(id);
        batch.add(new Row(++count, id, Version.of(recipient.version(body), body), body));
        flushIfFull();
    }

    void refuse(String id, List<Fault> faults) {
        refused.add(new Receipt.Line(++count, id, Receipt.Result.REJECTED, List.copyOf(faults)));
        flushIfFull();
    }

    Receipt finish() {
        flush();
        return Receipt.of(lines);
    }

    private void flushIfFull() {
        if (batch.size() + refused.size() >= BATCH) {
            flush();
        }
    }

    /** Sends the batch off; the lines of refused rows go with it, in their places. */
    private void flush() {
        if (!batch.isEmpty() || !refused.isEmpty()) {
            lines.addAll(office.take(delivery, recipient, List.copyOf(batch), List.copyOf(refused), also));
            batch.clear();
            refused.clear();
            ids.clear();
        }
    }

    private List<Fault> faults(JsonNode body) {
        List<Fault> faults = recipient.check(body, shop);
        if (!faults.isEmpty()) {
            return faults;
        }
        String id = recipient.externalId(body);
        if (id.isBlank() || id.length() > LONGEST_ID || recipient.version(body).length() > LONGEST_ID) {
            return List.of(new Fault("", "id", "编号或版本为空或超过 " + LONGEST_ID + " 个字符",
                    "The id or version is empty or longer than " + LONGEST_ID + " characters"));
        }
        return List.of();
    }
}
