package dev.afterflow.tasks;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The workshop behind the trial's second task: remembers what was filed and committed, refuses one verdict. */
@Component
class TrialWork implements DeskWork {

    final List<String> filed = new CopyOnWriteArrayList<>();

    @Override
    public String task() {
        return "askTrial";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        return Map.of("seen", "编号 " + caseNumber);
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        if ("refuse me".equals(input.get("note"))) {
            throw Problem.invalid("note", "trial.refused", "不收", "Not accepted");
        }
        String entry = caseNumber + " " + who.login() + " " + Who.current().login();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                filed.add(entry);
            }
        });
        return Map.of("verdict", input.get("verdict"));
    }
}
