package dev.afterflow.disputes;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.Tasks;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Raises the open tasks of a dispute and says so on its timeline; what a supervisor then does is kept. */
@Component
@Transactional
class DisputeWarning {

    private final JdbcDisputes store;
    private final DisputeScene scene;
    private final DisputeTerms terms;
    private final DisputeLog log;
    private final Tasks tasks;

    DisputeWarning(JdbcDisputes store, DisputeScene scene, DisputeTerms terms, DisputeLog log, Tasks tasks) {
        this.store = store;
        this.scene = scene;
        this.terms = terms;
        this.log = log;
        this.tasks = tasks;
    }

    /** Holds the tasks before the dispute, as a submission does. */
    void warn(String caseNumber) {
        tasks.hold(caseNumber);
        Dispute of = store.lock(caseNumber).orElseThrow(() -> Problem.notFound("dispute"));
        tasks.openOf(caseNumber).forEach(open -> tasks.escalate(caseNumber, open.task()));
        String due = scene.day(of.shop(), of.times().dueAt());
        log.told(of, "DISPUTE_WARNED", "答复期限临近：" + due, "The answer is nearly due: " + due, Map.of("dueAt", of.times().dueAt().toString()));
    }

    void supervised(String caseNumber, String note, Who who) {
        Dispute of = store.lock(caseNumber).orElseThrow(() -> Problem.notFound("dispute"));
        store.answer(of, "superviseDispute", "done", note, who.login(), terms.now());
        log.told(of, "DISPUTE_SUPERVISED", "主管督办：" + note, "Seen to by a supervisor: " + note, Map.of("by", who.login()));
    }

    void executed(String caseNumber, String note, Who who) {
        Dispute of = store.lock(caseNumber).orElseThrow(() -> Problem.notFound("dispute"));
        store.answer(of, "executeVerdict", "done", note, who.login(), terms.now());
        log.told(of, "VERDICT_EXECUTED", "判定已执行：" + note, "The verdict is carried out: " + note, Map.of("by", who.login()));
    }
}
