package dev.afterflow.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.ServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The rule book in force: one deployment of all rooms' processes, decisions and forms, made before the web server opens. */
public class Releases implements SmartLifecycle {

    /** What is done with the files the software brings when it starts, instead of deploying them as they are. */
    public interface Opening {
        void open(List<ModelFile> shipped);
    }

    /** A release and its files by name; an empty id and no files before the first. */
    public record Book(String deployment, List<ModelFile> files) {
    }

    /** Before the web server (which opens at the greatest phase less a little) and before anything of ours that runs. */
    static final int PHASE = Integer.MIN_VALUE / 2;

    private static final Logger LOG = LoggerFactory.getLogger(Releases.class);
    private static final String NAME = "rule-book";

    private final RepositoryService repository;
    private final RuleBook book;
    private final ModelRules rules;
    private final boolean atStart;
    private final ObjectProvider<Opening> opening;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final TransactionTemplate trial;
    private volatile boolean running;

    Releases(RepositoryService repository, RuleBook book, ModelRules rules, boolean atStart, ObjectProvider<Opening> opening, JdbcClient sql,
             PlatformTransactionManager transactions) {
        this.repository = repository;
        this.book = book;
        this.rules = rules;
        this.atStart = atStart;
        this.opening = opening;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.trial = new TransactionTemplate(transactions);
        this.trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void start() {
        running = true;
        if (atStart) {
            opening.getIfAvailable(() -> files -> release(files, "git")).open(book.files());
        }
    }

    /** The teams a task may belong to. */
    public static Set<String> teams() {
        return ProcessRules.TEAMS;
    }

    /** What guard and rules say of files that are to become one release; empty if nothing. */
    public List<Finding> check(List<ModelFile> files) {
        return rules.check(files);
    }

    /** What the engine's own parsers say of these files: deployed for real in a transaction that is rolled back. */
    public List<Finding> tryOut(List<ModelFile> files) {
        return trial.execute(status -> {
            status.setRollbackOnly();
            try {
                forget(build(files, "trial").deploy().getId());
                return List.of();
            } catch (RuleBookRefused refused) {
                return refused.findings();
            } catch (ParseException unparsed) {
                return unparsed.getResorceReports().stream().flatMap(report -> report.getErrors().stream().map(error -> Finding.refusal(
                        report.getResourceName(), String.valueOf(error.getMainElementId()), "engine.parse",
                        error.getMessage() + " (line " + error.getLine() + ")"))).toList();
            } catch (ProcessEngineException unusable) {
                return List.of(Finding.refusal(files.get(0).name(), files.get(0).id(), "engine.parse", unusable.getMessage()));
            }
        });
    }

    /** The release in force. */
    public Book inForce() {
        return latest().map(found -> new Book(found.getId(), files(found.getId()))).orElse(new Book("", List.of()));
    }

    /** Id of the release in force; empty before the first. */
    public String current() {
        return latest().map(Deployment::getId).orElse("");
    }

    /** Ids of all releases, oldest first. */
    public List<String> deployments() {
        return repository.createDeploymentQuery().deploymentName(NAME).orderByDeploymentTime().asc().unlimitedList().stream().map(Deployment::getId).toList();
    }

    /** The files of one release, by name. */
    public List<ModelFile> files(String deployment) {
        List<ModelFile> files = new ArrayList<>();
        for (Resource resource : repository.getDeploymentResources(deployment)) {
            try (InputStream content = repository.getResourceAsStreamById(deployment, resource.getId())) {
                files.add(new ModelFile(resource.getName(), content.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        files.sort(Comparator.comparing(ModelFile::name));
        return files;
    }

    /** Nobody else releases until the caller's transaction ends. A whole rule book takes seconds: who comes second waits for it longer than for a row. */
    public void lock() {
        sql.sql("select set_config('lock_timeout', '60s', true)").query(String.class).single();
        sql.sql("select pg_advisory_xact_lock(hashtext('engine.release'))::text").query(String.class).single();
    }

    /**
     * Deploys the files as one release, unless the release in force holds the very same files.
     *
     * @return id of the deployment in force afterwards
     * @throws RuleBookRefused if the rules refuse a file; nothing is deployed then
     */
    public String release(List<ModelFile> files, String source) {
        refuse(rules.check(files));
        return transaction.execute(status -> deploy(files, source));
    }

    private String deploy(List<ModelFile> files, String source) {
        // two nodes that start together make one release
        lock();
        Optional<String> latest = latest().map(Deployment::getId);
        if (files.isEmpty() || latest.isPresent() && hashes(files).equals(hashes(files(latest.get())))) {
            return latest.orElse(null);
        }
        String id = build(files, source).deploy().getId();
        LOG.info("Rule book of {} files deployed as {}", files.size(), id);
        return id;
    }

    private DeploymentBuilder build(List<ModelFile> files, String source) {
        DeploymentBuilder release = repository.createDeployment().name(NAME).source(source);
        files.forEach(file -> release.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        return release;
    }

    /** What was only tried takes no place among the definitions the engine remembers. */
    private void forget(String deployment) {
        ((ServiceImpl) repository).getCommandExecutor().execute(command -> {
            Context.getProcessEngineConfiguration().getDeploymentCache().removeDeployment(deployment);
            return null;
        });
    }

    private Optional<Deployment> latest() {
        return repository.createDeploymentQuery().deploymentName(NAME).orderByDeploymentTime().desc().listPage(0, 1).stream().findFirst();
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
