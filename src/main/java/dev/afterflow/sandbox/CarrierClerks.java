package dev.afterflow.sandbox;

import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a story's case asks of its carrier comes to its end: filed in the portal where no machine carries it, looked into, answered. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class CarrierClerks {

    private final Staff staff;
    private final WorkOrderBooks orders;
    private final WorkOrderDesk desk;

    CarrierClerks(Staff staff, WorkOrderBooks orders, WorkOrderDesk desk) {
        this.staff = staff;
        this.orders = orders;
        this.desk = desk;
    }

    /** Whether this request has come to its end; until then whose turn it is does what is next, and {@code acting} hears of it before. */
    boolean answered(String agent, String number, Said said, Runnable acting) {
        JsonNode request = staff.get(agent, path(number)).body().path("request");
        String state = request.path("state").asString("");
        if (state.equals("BY_HAND") || state.equals("SENT")) {
            acting.run();
        }
        if (state.equals("BY_HAND")) {
            staff.post(agent, path(number) + "/filed", Map.of("reference", reference(number)));
        } else if (state.equals("SENT") && request.path("channel").asString("").equals("WORK_ORDER")) {
            orders.under(List.of(number)).stream().filter(order -> order.outcome() == null).forEach(order -> desk.says(order.id(), said.outcome, null, said.words));
        } else if (state.equals("SENT")) {
            staff.post(agent, path(number) + "/answer", Map.of("verdict", said.verdict, "reference", reference(number), "words", said.words));
        }
        return state.equals("ANSWERED");
    }

    /** What a clerk says in the end. */
    enum Said {
        CHASED(WorkOrderDesk.Outcome.CHASED, "AGREED", "您好，已联系网点核实，该件正在退回寄件网点，请留意物流轨迹。"),
        TAKEN_BACK(WorkOrderDesk.Outcome.DENY, "DENIED", "您好，已按贵司申请撤案，本单不予赔付。"),
        MERGED(WorkOrderDesk.Outcome.FAIL, "FAILED", "您好，已并入补充材料的工单办理，原单号不存在待办事项，予以关闭。");

        private final WorkOrderDesk.Outcome outcome;
        private final String verdict;
        private final String words;

        Said(WorkOrderDesk.Outcome outcome, String verdict, String words) {
            this.outcome = outcome;
            this.verdict = verdict;
            this.words = words;
        }
    }

    private static String reference(String number) {
        return "KF" + Math.floorMod(number.hashCode(), 100_000_000);
    }

    private static String path(String number) {
        return "/api/carrier-requests/" + number;
    }
}
