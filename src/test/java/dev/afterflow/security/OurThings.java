package dev.afterflow.security;

import dev.afterflow.security.Visitor.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Real things of the shop {@code lanting}, made through the product's own doors, for strangers to reach for. */
final class OurThings {

    private OurThings() {
    }

    /** An id for each path beginning. */
    static Map<String, String> ids(int port, long colleague, long key) {
        Visitor lin = Visitor.as("lin", port);
        String number = openCase(lin);
        return Map.of("/api/cases/", number, "/api/evidence/", evidence(lin, number), "/api/tasks/", task(lin, number),
                "/api/orders/", order(port), "/api/carrier-receipts/", receipt(port), "/api/people/", Long.toString(colleague), "/api/keys/", Long.toString(key));
    }

    private static String openCase(Visitor lin) {
        Answer opened = lin.send("POST", "/api/cases", "{\"shop\":\"lanting\",\"kind\":\"QUESTION\",\"reasonText\":\"保修多久？\"}",
                "Idempotency-Key", UUID.randomUUID().toString());
        return must(opened, 201).json().get("number").asString();
    }

    private static String evidence(Visitor lin, String number) {
        Answer added = lin.upload("/api/cases/" + number + "/evidence",
                List.of(new Visitor.Part("file", "note.txt", "text/plain", "The buyer called.".getBytes(StandardCharsets.UTF_8))));
        return must(added, 201).json().get(0).get("id").asString();
    }

    private static String task(Visitor lin, String number) {
        return must(lin.get("/api/tasks?case=" + number), 200).json().at("/items/0/taskId").asString();
    }

    private static String order(int port) {
        String id = "T-" + UUID.randomUUID();
        String row = """
                {"orderId":"%s","version":"2026-11-20T10:00:00Z","state":"PAID","currency":"CNY",
                 "createdAt":"2026-11-20T09:00:00Z","paidAt":"2026-11-20T09:01:00Z","freeShipping":true,
                 "freight":{"minor":0,"currency":"CNY"},"buyer":{"id":"b-1","name":"张三","language":"zh-CN"},
                 "items":[{"lineId":"1","productId":"P-1","sku":"S-1","title":"茶杯","quantity":1,
                           "paid":{"minor":12950,"currency":"CNY"},"freight":{"minor":0,"currency":"CNY"}}],
                 "payments":[{"paymentId":"PAY-%s","provider":"sandbox","method":"card",
                              "paid":{"minor":12950,"currency":"CNY"},"paidAt":"2026-11-20T09:01:00Z"}],
                 "shipments":[]}
                """.formatted(id, id);
        tell(port, "orders", row);
        return id;
    }

    /** A line of a carrier's statement that names no claim. */
    private static String receipt(int port) {
        String line = "T-" + UUID.randomUUID();
        tell(port, "settlements", """
                {"carrier":"sf","lineId":"%s","words":"返利","amount":{"minor":100,"currency":"CNY"},"paidAt":"2026-11-20T09:01:00Z"}
                """.formatted(line));
        return must(Visitor.as("xu", port).get("/api/carrier-receipts?limit=200"), 200).json().path("items").valueStream()
                .filter(receipt -> receipt.at("/line/lineId").asString().equals(line)).findFirst().orElseThrow().path("id").asString();
    }

    private static void tell(int port, String kind, String row) {
        String key = must(Visitor.as("admin", port).post("/api/keys", "{\"name\":\"shop system\",\"grants\":[{\"shop\":\"lanting\",\"scopes\":[\"intake:" + kind + "\"]}]}"),
                201).json().get("key").asString();
        must(Visitor.stranger(port).send("POST", "/api/intake/" + kind, row, "Authorization", "Bearer " + key), 200);
    }

    private static Answer must(Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError(answer.whole().uri() + " answered " + answer.status() + " " + answer.body());
        }
        return answer;
    }
}
