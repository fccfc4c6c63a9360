package dev.afterflow.studio;

import dev.afterflow.engine.Finding;
import dev.afterflow.engine.ModelFile;
import dev.afterflow.engine.Releases;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Problem.Fault;
import dev.afterflow.security.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says whether files may become part of the rule book: guard, the rules over the whole book that would be, then the engine's own
 * parsers. Refused files are not kept; that somebody tried is audited, and the third time in ten minutes rings.
 */
@Component
class Checks {

    private static final Logger log = LoggerFactory.getLogger(Checks.class);
    private static final int ALARM = 3;
    private static final int MOST_TOLD = 100;

    private final Releases releases;
    private final JdbcProposals proposals;
    private final Audit audit;
    private final TransactionTemplate apart;

    Checks(Releases releases, JdbcProposals proposals, Audit audit, PlatformTransactionManager transactions) {
        this.releases = releases;
        this.proposals = proposals;
        this.audit = audit;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A finding as people read it. */
    record Told(String file, String element, int line, String rule, boolean refusal, String zh, String en) {

        static Told of(Finding finding) {
            return new Told(Kind.fileOf(finding.file()), finding.element(), finding.line(), finding.rule(), finding.refusal(),
                    RuleWords.zh(finding.rule(), finding.text()), finding.text());
        }
    }

    /**
     * What is worth knowing of files that pass.
     *
     * @param book the whole rule book with the changed files in their places
     * @throws Problem 422 with every finding
     */
    List<Told> pass(List<ModelFile> changed, List<ModelFile> book, Who who) {
        Set<String> names = changed.stream().map(ModelFile::name).collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>(releases.check(book));
        if (findings.stream().noneMatch(Finding::refusal) && !changed.isEmpty()) {
            findings.addAll(releases.tryOut(changed));
        }
        List<Finding> refusals = findings.stream().filter(Finding::refusal).toList();
        if (!refusals.isEmpty()) {
            remember(changed, refusals, who);
            throw refused(refusals);
        }
        return findings.stream().filter(finding -> names.contains(finding.file())).map(Told::of).toList();
    }

    private void remember(List<ModelFile> changed, List<Finding> refusals, Who who) {
        apart.executeWithoutResult(status -> {
            Map<String, String> files = changed.stream().collect(Collectors.toMap(ModelFile::name, ModelFile::hash, (one, other) -> one));
            audit.record(Audit.HOUSE, "DEPLOY_REFUSED", "model", changed.isEmpty() ? "-" : changed.get(0).name(),
                    Map.of("files", files, "rules", refusals.stream().map(Finding::rule).distinct().limit(MOST_TOLD).toList()));
            int tries = proposals.refused(who.login());
            if (tries >= ALARM) {
                log.warn("Models of {} were refused {} times in ten minutes", who.login(), tries);
                audit.record(Audit.HOUSE, "DEPLOY_ALARM", "person", who.login(), Map.of("refused", tries));
            }
        });
    }

    private static Problem refused(List<Finding> refusals) {
        List<Fault> faults = refusals.stream().limit(MOST_TOLD).map(Told::of)
                .map(told -> new Fault(told.file() + " " + told.element(), told.rule(), told.zh(), told.en())).toList();
        return Problem.invalid(faults).with("findings", refusals.stream().limit(MOST_TOLD).map(Told::of).toList());
    }
}
