package dev.afterflow.intake;

import dev.afterflow.database.Fence;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on import jobs, one at a time a node; a job whose node died is taken up by the next one where it was. */
@Component
class ImportRunner {

    static final int LEASE_SECONDS = 30;
    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    private final String me = UUID.randomUUID().toString();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "import"));
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean closing;

    private final JdbcImports jobs;
    private final ImportWork work;
    private final ImportNews news;
    private final TransactionTemplate transaction;

    ImportRunner(JdbcImports jobs, ImportWork work, ImportNews news, PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.work = work;
        this.news = news;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Looks for a job once a second while there is none. */
    @Scheduled(fixedDelay = 1000)
    void look() {
        if (!closing && busy.compareAndSet(false, true)) {
            thread.execute(this::workOff);
        }
    }

    private void workOff() {
        try {
            Optional<ImportJob> job = claim();
            while (job.isPresent() && !closing) {
                run(job.get());
                job = closing ? Optional.empty() : claim();
            }
        } catch (RuntimeException e) {
            LOG.warn("Imports rest until the next look", e);
        } finally {
            busy.set(false);
        }
    }

    private Optional<ImportJob> claim() {
        return transaction.execute(status -> jobs.claim(me, LEASE_SECONDS));
    }

    private void run(ImportJob job) {
        Fence.within(List.of(job.shop()), () -> {
            try {
                boolean through = work.run(job, me, () -> closing);
                end(job, through ? ImportJob.State.DONE : ImportJob.State.CANCELLED, null, null);
            } catch (PostOffice.Stopped e) {
                transaction.executeWithoutResult(status -> jobs.release(job.id(), me));
            } catch (ImportRefused e) {
                end(job, ImportJob.State.FAILED, e.zh(), e.en());
            } catch (RuntimeException e) {
                LOG.error("Import {} failed", job.id(), e);
                end(job, ImportJob.State.FAILED, "导入意外中断:" + PostOffice.told(e), "The import broke off: " + PostOffice.told(e));
            }
        });
    }

    private void end(ImportJob job, ImportJob.State state, String zh, String en) {
        transaction.executeWithoutResult(status -> {
            if (jobs.finish(job.id(), me, state, zh, en)) {
                work.tidy(job.id());
            }
        });
        news.tell(job.id());
    }

    /** Lets the chunk at hand end and gives the job back, so that the next start goes on at once. */
    @PreDestroy
    void close() throws InterruptedException {
        closing = true;
        thread.shutdown();
        if (!thread.awaitTermination(20, TimeUnit.SECONDS)) {
            LOG.warn("An import was still at work when the house closed; it goes on when its lease is over");
        }
    }
}
