package dev.afterflow.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rule book in force: one deployment of all rooms' processes, decisions and forms, made before the web server opens. */
class Releases implements SmartLifecycle {

    /** Before the web server (which opens at the greatest phase less a little) and before anything of ours that runs. */
    static final int PHASE = Integer.MIN_VALUE / 2;

    private static final Logger LOG = LoggerFactory.getLogger(Releases.class);
    private static final String NAME = "rule-book";

    private final RepositoryService repository;
    private final RuleBook book;
    private final ModelRules rules;
    private final boolean atStart;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private volatile boolean running;

    Releases(RepositoryService repository, RuleBook book, ModelRules rules, boolean atStart, JdbcClient sql, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.book = book;
        this.rules = rules;
        this.atStart = atStart;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void start() {
        running = true;
        if (atStart) {
            release(book.files(), "git");
        }
    }

    /**
     * Deploys the files as one release, unless the release in force holds the very same files.
     *
     * @return id of the deployment in force afterwards
     * @throws RuleBookRefused if the rules refuse a file; nothing is deployed then
     */
    String release(List<ModelFile> files, String source) {
        refuse(rules.check(files));
        return transaction.execute(status -> deploy(files, source));
    }

    private String deploy(List<ModelFile> files, String source) {
        // two nodes that start together make one release
        sql.sql("select pg_advisory_xact_lock(hashtext('engine.release'))::text").query(String.class).single();
        Deployment latest = repository.createDeploymentQuery().deploymentName(NAME).orderByDeploymentTime().desc().listPage(0, 1)
                .stream().findFirst().orElse(null);
        if (files.isEmpty() || latest != null && hashes(files).equals(deployed(latest.getId()))) {
            return latest == null ? null : latest.getId();
        }
        DeploymentBuilder release = repository.createDeployment().name(NAME).source(source);
        files.forEach(file -> release.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        String id = release.deploy().getId();
        LOG.info("Rule book of {} files deployed as {}", files.size(), id);
        return id;
    }

    private void refuse(List<Finding> findings) {
        findings.stream().filter(finding -> !finding.refusal()).forEach(warning -> LOG.warn("{}", warning));
        List<Finding> refusals = findings.stream().filter(Finding::refusal).toList();
        if (!refusals.isEmpty()) {
            throw new RuleBookRefused(refusals);
        }
    }

    private static Map<String, String> hashes(List<ModelFile> files) {
        Map<String, String> hashes = new TreeMap<>();
        files.forEach(file -> hashes.put(file.name(), file.hash()));
        return hashes;
    }

    private Map<String, String> deployed(String deploymentId) {
        Map<String, String> hashes = new TreeMap<>();
        for (Resource resource : repository.getDeploymentResources(deploymentId)) {
            try (InputStream content = repository.getResourceAsStreamById(deploymentId, resource.getId())) {
                hashes.put(resource.getName(), new ModelFile(resource.getName(), content.readAllBytes()).hash());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return hashes;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
