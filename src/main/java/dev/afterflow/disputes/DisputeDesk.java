package dev.afterflow.disputes;

import dev.afterflow.security.Problem;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.util.HashMap;
import java.util.Map;

/** The desk's side of the tasks of a dispute. */
abstract class DisputeDesk implements DeskWork {

    private final Disputes disputes;
    private final DisputeScene scene;

    DisputeDesk(Disputes disputes, DisputeScene scene) {
        this.disputes = disputes;
        this.scene = scene;
    }

    @Override
    public final Map<String, Object> prefill(String caseNumber) {
        Dispute of = disputes.find(caseNumber).orElseThrow(() -> Problem.notFound("dispute"));
        Map<String, Object> form = new HashMap<>();
        form.put("what", DisputeWords.of(of.kind().name()) + (Vocabulary.chinese() ? "，" : ", ") + DisputeWords.of(of.reason()));
        form.put("amount", of.money().amount().display(Vocabulary.chinese()));
        form.put("dueAt", scene.day(of.shop(), of.times().dueAt()));
        form.put("dueBy", dueBy(of, Vocabulary.chinese()));
        form.put("words", of.words());
        form.putAll(shown(of));
        return form;
    }

    private static String dueBy(Dispute of, boolean chinese) {
        if (!of.times().told()) {
            return chinese ? "本店规则" : "our own rule";
        }
        boolean bank = of.kind() == Dispute.Kind.CHARGEBACK || of.kind() == Dispute.Kind.INQUIRY;
        return bank ? chinese ? "银行" : "the bank" : chinese ? "平台" : "the platform";
    }

    /** What this task shows beside the dispute itself. */
    abstract Map<String, Object> shown(Dispute of);

    static Map<String, Object> verdict(Dispute of, DisputeScene scene) {
        Map<String, Object> form = new HashMap<>();
        form.put("verdictWord", of.verdict() == null ? null : DisputeWords.of(of.verdict().verdict()));
        form.put("verdictWords", of.verdict() == null ? null : of.verdict().words());
        form.put("appealBy", scene.day(of.shop(), of.times().appealBy()));
        return form;
    }

    static String text(Map<String, Object> input, String field) {
        return input.get(field) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    static String word(Map<String, Object> input, String field) {
        String text = text(input, field);
        return text == null ? "" : text;
    }
}
