package dev.afterflow.remedies;

import dev.afterflow.remedies.Liability.Party;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of settleLiability: what is known, why the table could not tell, and the person's finding. */
@Component
class SettleLiabilityDesk implements DeskWork {

    private final Liabilities liabilities;
    private final Inquiry inquiry;

    SettleLiabilityDesk(Liabilities liabilities, Inquiry inquiry) {
        this.liabilities = liabilities;
        this.inquiry = inquiry;
    }

    @Override
    public String task() {
        return "settleLiability";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        boolean chinese = Vocabulary.chinese();
        Liability unclear = liabilities.of(caseNumber).orElseThrow(() -> Problem.notFound("liability"));
        Circumstances known = inquiry.into(caseNumber);
        String proofs = Proof.words(Proof.all(known), chinese);
        Map<String, Object> form = new HashMap<>();
        form.put("reason", Words.of(unclear.reasonType(), chinese));
        form.put("buyerWords", known.words());
        form.put("known", proofs.isEmpty() ? chinese ? "没有可用的记录" : "No records that prove anything" : proofs);
        form.put("records", Records.lines(known, chinese));
        form.put("files", (long) known.files().size());
        form.put("whyUnclear", chinese ? unclear.basisZh() : unclear.basisEn());
        return form;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        Party party = Arrays.stream(Party.values()).filter(each -> each.name().equals(input.get("party"))).findFirst()
                .orElseThrow(() -> Problem.invalid("party", "values", "请选择责任方", "Choose who is liable"));
        String note = input.get("note") instanceof String text && !text.isBlank() ? text.strip() : null;
        if (note == null) {
            throw Problem.invalid("note", "required", "请写明依据", "Say on what you base it");
        }
        List<String> evidence = input.get("evidence") instanceof List<?> ids ? ids.stream().map(Object::toString).toList() : List.of();
        liabilities.settle(caseNumber, party, note, evidence, who);
        return Map.of("party", party.name());
    }
}
