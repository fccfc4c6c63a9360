package dev.afterflow.studio;

import dev.afterflow.engine.Finding;
import dev.afterflow.engine.ModelFile;
import dev.afterflow.engine.Releases;
import dev.afterflow.security.Audit;
import dev.afterflow.studio.JdbcReleases.By;
import dev.afterflow.studio.JdbcSoftware.Seed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** When the software starts with models of its own: takes them where no owner changed anything, and keeps every owner's version. */
@Component
class SoftwareBook implements Releases.Opening {

    private static final Logger log = LoggerFactory.getLogger(SoftwareBook.class);
    private static final String NOTE = "随软件发布 / Came with the software";

    private final Releases releases;
    private final JdbcReleases records;
    private final JdbcSoftware software;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final boolean olderTaken;

    /** @param olderTaken whether software that a newer one replaced brings its models back: in demo mode, or when an operator says so */
    SoftwareBook(Releases releases, JdbcReleases records, JdbcSoftware software, Audit audit, TransactionOperations transactions,
                 @Value("${afterflow.studio.older-software:#{'${afterflow.mode}' == 'demo'}}") boolean olderTaken) {
        this.releases = releases;
        this.records = records;
        this.software = software;
        this.audit = audit;
        this.transactions = transactions;
        this.olderTaken = olderTaken;
    }

    /** @throws RuntimeException if the rules refuse the software's own files while nothing else is in force; nothing is deployed then */
    @Override
    public void open(List<ModelFile> shipped) {
        open(shipped, olderTaken);
    }

    /** Two nodes may run with two versions of the software for a while: the older one works by the newer one's models. */
    void open(List<ModelFile> shipped, boolean evenOlder) {
        String book = hash(shipped);
        transactions.executeWithoutResult(status -> {
            releases.lock();
            if (!evenOlder && software.replaced(book)) {
                log.warn("This software's models were replaced by a newer version of the software; the newer models stay in force. "
                        + "If this software is to stay, start it once with afterflow.studio.older-software=true.");
                return;
            }
            software.brought(book);
            Releases.Book ours = releases.inForce();
            remember();
            Merge merge = Merge.of(shipped, ours.files(), bases(ours.files()));
            List<Finding> refusals = ours.files().isEmpty() ? List.of() : releases.check(merge.book()).stream().filter(Finding::refusal).toList();
            if (refusals.isEmpty()) {
                take(merge, shipped, ours);
            } else {
                log.warn("The models of this version of the software do not go together with the owners' versions; all models stay as they were. "
                        + "See the conflicts in the studio. {}", refusals);
                note(shipped, bases(ours.files()));
            }
        });
    }

    private static String hash(List<ModelFile> shipped) {
        return ModelFile.of("", shipped.stream().map(file -> file.name() + " " + file.hash()).sorted().collect(Collectors.joining("\n"))).hash();
    }

    private void take(Merge merge, List<ModelFile> shipped, Releases.Book ours) {
        String deployment = releases.release(merge.book(), "git");
        note(shipped, merge.bases());
        if (deployment != null && !deployment.equals(ours.deployment())) {
            long release = records.record(deployment, null, NOTE, By.SOFTWARE, By.SOFTWARE, merge.book());
            audit.record(Audit.HOUSE, "MODELS_SHIPPED", "release", Long.toString(release), Map.of("files", merge.book().size(), "conflicts", merge.conflicts()));
        }
        if (!merge.conflicts().isEmpty()) {
            log.warn("The software brings other versions of models that owners have changed; the owners' stay in force: {}", merge.conflicts());
        }
    }

    private void note(List<ModelFile> shipped, Map<String, String> bases) {
        shipped.forEach(records::keep);
        Map<String, ModelFile> brought = Merge.byName(shipped);
        TreeMap<String, String> names = new TreeMap<>(bases);
        brought.keySet().forEach(name -> names.putIfAbsent(name, ""));
        names.forEach((name, base) -> software.put(name, base.isEmpty() ? null : base, brought.containsKey(name) ? brought.get(name).hash() : null));
    }

    /** Before the studio kept its record nobody but the software changed a model: what is in force is what it brought. */
    private Map<String, String> bases(List<ModelFile> ours) {
        List<Seed> seeds = software.all();
        Map<String, String> bases = new TreeMap<>();
        if (seeds.isEmpty()) {
            ours.forEach(file -> bases.put(file.name(), file.hash()));
        }
        seeds.forEach(seed -> bases.put(seed.name(), seed.base() == null ? "" : seed.base()));
        return bases;
    }

    /** Releases from before the record began, so that cases that still run on them are counted with the right version. */
    private void remember() {
        releases.deployments().stream().filter(deployment -> !records.known(deployment)).forEach(deployment ->
                records.record(deployment, null, NOTE, By.SOFTWARE, By.SOFTWARE, releases.files(deployment)));
    }
}
