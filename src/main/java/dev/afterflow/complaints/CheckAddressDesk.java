package dev.afterflow.complaints;

import dev.afterflow.carriers.Carriers;
import dev.afterflow.orders.Order;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The desk's side of checkAddress: what the buyer says, what the order says and what the label says, side by side. */
@Component
class CheckAddressDesk implements DeskWork {

    private final ComplaintAddress address;
    private final Complaints complaints;
    private final ComplaintScene scene;
    private final Audit audit;

    CheckAddressDesk(ComplaintAddress address, Complaints complaints, ComplaintScene scene, Audit audit) {
        this.address = address;
        this.complaints = complaints;
        this.scene = scene;
        this.audit = audit;
    }

    @Override
    public String task() {
        return "checkAddress";
    }

    /** Whoever compares addresses has to see the whole of it; that they did is in the audit. */
    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Complaint known = complaints.find(caseNumber).orElseThrow();
        ComplaintScene.Now now = scene.of(caseNumber);
        Order.Buyer buyer = now.order().buyer();
        Map<String, Object> form = new HashMap<>();
        form.put("buyerWords", now.asked().reasonText());
        form.put("carrier", Carriers.named(known.carrier(), Vocabulary.chinese()));
        form.put("waybill", known.waybill());
        form.put("said", known.said().isEmpty() ? null : known.said());
        form.put("verdict", known.address().verdict().equals("NOT_ASKED") ? null : known.address().verdict());
        if (buyer != null) {
            form.put("orderName", buyer.name());
            form.put("orderPhone", buyer.phone());
            form.put("orderAddress", whole(buyer.address()));
            audit.record(known.shop(), "BUYER_ADDRESS_SHOWN", "case", caseNumber, Map.of("task", task()));
        }
        return form;
    }

    private static String whole(Order.Address of) {
        return of == null ? null : Stream.of(of.country(), of.province(), of.city(), of.district(), of.street(), of.postcode())
                .filter(Objects::nonNull).filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        address.compared(caseNumber, Inputs.word(input, "said"), new Complaint.Address(Inputs.word(input, "verdict"), Inputs.text(input, "statedAddress"),
                Inputs.text(input, "statedPhone"), Inputs.text(input, "labelAddress")), Inputs.said(input, Inputs.word(input, "verdict")), who);
        return Map.of();
    }
}
