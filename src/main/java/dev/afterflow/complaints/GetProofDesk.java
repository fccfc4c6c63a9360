package dev.afterflow.complaints;

import dev.afterflow.carriers.Carriers;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of getProof: the proof of delivery, or that there is none. */
@Component
class GetProofDesk implements DeskWork {

    private final ComplaintProof proof;
    private final Complaints complaints;
    private final ComplaintSheet sheet;

    GetProofDesk(ComplaintProof proof, Complaints complaints, ComplaintSheet sheet) {
        this.proof = proof;
        this.complaints = complaints;
        this.sheet = sheet;
    }

    @Override
    public String task() {
        return "getProof";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Complaint known = complaints.find(caseNumber).orElseThrow();
        Map<String, Object> form = new HashMap<>(sheet.head(known));
        form.put("carrier", Carriers.named(known.carrier(), Vocabulary.chinese()));
        form.put("lastScan", sheet.lastScan(known));
        return form;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        String answer = Inputs.word(input, "proof");
        if (!answer.equals("yes") && !answer.equals("no")) {
            throw Problem.invalid("proof", "values", "请选择有没有凭证", "Say whether there is proof");
        }
        proof.file(caseNumber, answer.equals("yes"), Inputs.said(input, answer), who);
        return Map.of("proof", answer.equals("yes") ? "PROVED" : "NONE");
    }
}
