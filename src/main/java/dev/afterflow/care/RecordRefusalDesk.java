package dev.afterflow.care;

import dev.afterflow.orders.Order;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The desk's side of recordRefusal. */
@Component
class RecordRefusalDesk implements DeskWork {

    private final CodOrders cod;
    private final Subjects subjects;

    RecordRefusalDesk(CodOrders cod, Subjects subjects) {
        this.cod = cod;
        this.subjects = subjects;
    }

    @Override
    public String task() {
        return "recordRefusal";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Subject of = subjects.of(caseNumber);
        return Map.of("order", of.order().orderId(), "waybill", of.order().shipments().stream().map(Order.Shipment::waybill).filter(Objects::nonNull)
                .collect(Collectors.joining(", ")));
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        long freight = input.get("freight") instanceof Number yuan ? new BigDecimal(yuan.toString()).movePointRight(2).longValue() : 0;
        cod.refused(caseNumber, Words.text(input, "refusal"), freight, Words.text(input, "note"), who);
        return Map.of();
    }
}
