package dev.afterflow.repairs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.JsonNode;

/** A bay whose workshop takes devices in, diagnoses and repairs them. */
abstract class BenchRoom extends BayRoom {

    @BeforeAll
    void list() {
        bay.lists("R-1");
        bay.stock("R-1", 50);
    }

    /** Delivered so many days ago, asked for, taken in, sent in, counted and inspected. */
    String inTheWorkshop(String order, int daysAgo) {
        bay.delivered(order, "R-1", 5_000, daysAgo);
        String number = bay.asks(order, "REPAIR", "充不进电", 1, "OPEN");
        takenIn(number, "repair");
        cameIn(order, "", number);
        return number;
    }

    void takenIn(String number, String wish) {
        bay.done("lin", number, "reviewRepair", Map.of("proof", "order", "wish", wish));
    }

    void cameIn(String order, String round, String number) {
        bay.until("the return is open", () -> "OPEN".equals(bay.as("lin").get("/api/cases/" + number + "/goods").json().at("/goods/state").asString("")));
        bay.sendsBack(order, round, 1);
        bay.counted(number, 1, false);
        bay.inspected(number, "SN-" + order, "OPENED");
    }

    void found(String number, String found, boolean same) {
        Map<String, Object> data = new HashMap<>(Map.of("found", found));
        if (!found.equals("NONE")) {
            data.put("faultWords", "电池不充电");
        }
        if (found.equals("ABUSE")) {
            data.put("evidence", List.of(bay.attaches("he", number)));
        } else if (found.equals("FAULT")) {
            data.put("sameFault", same);
        }
        bay.done("he", number, "diagnoseGoods", data);
    }

    void repaired(String number, String waybill) {
        bay.done("he", number, "repairGoods", Map.of("repairOutcome", "repaired", "partsWords", "电池", "partsCost", "12.00", "labourCost", "8.00"));
        bay.picked(number, waybill, 1, "R-1");
        bay.until("vouched for", () -> "SENT_BACK".equals(bay.row("select place from repairs.repair where shop_id = :shop and case_number = :key", number))
                && view(number).path("provedBy").isString());
        bay.until("waits for thirty days", () -> runtime.createEventSubscriptionQuery().eventName("repairs.repairFailedAgain").list().stream()
                .anyMatch(wait -> runtime.createProcessInstanceQuery().processInstanceId(wait.getProcessInstanceId()).processInstanceBusinessKey(number).count() == 1));
    }

    JsonNode view(String number) {
        return bay.as("lin").get("/api/cases/" + number + "/workshop").json().path("repair");
    }
}
