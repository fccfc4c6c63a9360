package dev.afterflow.complaints;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of clarifyTrace: somebody checks number and carrier and asks what became of the parcel. */
@Component
class ClarifyTraceDesk implements DeskWork {

    private final ComplaintAddress address;
    private final Complaints complaints;
    private final ComplaintSheet sheet;

    ClarifyTraceDesk(ComplaintAddress address, Complaints complaints, ComplaintSheet sheet) {
        this.address = address;
        this.complaints = complaints;
        this.sheet = sheet;
    }

    @Override
    public String task() {
        return "clarifyTrace";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Complaint known = complaints.find(caseNumber).orElseThrow();
        Map<String, Object> form = new HashMap<>(sheet.head(known));
        form.put("orderId", known.orderId());
        form.put("shippedAt", sheet.shippedAt(known));
        form.put("tracedAs", Words.of(known.found().traceState()));
        return form;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        String reading = Inputs.word(input, "reading");
        address.clarified(caseNumber, reading, Inputs.text(input, "carrier"), Inputs.text(input, "waybill"), Inputs.said(input, reading), who);
        return Map.of();
    }
}
