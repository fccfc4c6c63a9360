package dev.afterflow.backups;

import dev.afterflow.backups.JdbcRuns.Run;
import dev.afterflow.database.Backup;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Who;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The backups in this node's folder, and the one being made, whichever node makes it. */
@Component
class Backups implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Backup backup;
    private final JdbcRuns runs;
    private final Audit audit;
    private final Shops shops;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Path folder;
    private final ExecutorService hand = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "backup");
        thread.setDaemon(true);
        return thread;
    });
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "backup-pulse");
        thread.setDaemon(true);
        return thread;
    });

    Backups(Backup backup, JdbcRuns runs, Audit audit, Shops shops, TransactionOperations transactions, Clock clock, @Value("${afterflow.backups}") Path folder) {
        this.backup = backup;
        this.runs = runs;
        this.audit = audit;
        this.shops = shops;
        this.transactions = transactions;
        this.clock = clock;
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The finished ones, the newest first, with the last that was asked for. */
    record Shelf(String folder, Run last, List<Backup.Made> items) {
    }

    Shelf shelf() {
        return new Shelf(folder.toString(), runs.last().orElse(null), Backup.in(folder));
    }

    /** Begins one; 409 while another is being made, 403 for whoever does not belong to every shop. */
    Run begin(Who who) {
        if (shops.all().stream().anyMatch(shop -> !who.shops().contains(shop.id()))) {
            throw Problem.forbidden("backups.notEveryShop", "备份包含所有店铺，只有属于所有店铺的管理员才能进行",
                    "A backup holds every shop; only an administrator who belongs to all of them may make one");
        }
        Instant now = clock.instant();
        Run fresh = new Run(NAME.format(now), who.login(), now, "RUNNING", "tables", 0, 0, null);
        if (!runs.begin(fresh)) {
            throw Problem.conflict("backups.running", "已有一个备份正在进行", "A backup is being made already");
        }
        hand.execute(() -> make(fresh, who));
        return fresh;
    }

    /** The file that tells what stands in a backup. */
    Path manifest(String name) {
        if (!name.matches("[0-9A-Za-z][0-9A-Za-z._-]{0,80}") || Backup.in(folder).stream().noneMatch(made -> made.name().equals(name))) {
            throw Problem.notFound("backup");
        }
        return folder.resolve(name).resolve("manifest.json");
    }

    private void make(Run fresh, Who who) {
        AtomicReference<Backup.Progress> progress = new AtomicReference<>(new Backup.Progress(fresh.step(), 0, 0));
        Future<?> beat = pulse.scheduleWithFixedDelay(() -> tell(fresh.name(), progress.get()), 1, 1, TimeUnit.SECONDS);
        try {
            Backup.Made made = backup.into(folder.resolve(fresh.name()), progress::set);
            who.acting(() -> transactions.execute(status -> {
                audit.record(Audit.HOUSE, "BACKUP_MADE", "backup", made.name(), Map.of("rows", made.rows(), "files", made.files()));
                runs.ended(fresh.name(), "DONE", null);
                return made;
            }));
        } catch (RuntimeException failed) {
            LOG.error("The backup {} failed: {}", fresh.name(), failed.toString());
            runs.ended(fresh.name(), "FAILED", failed.getMessage() == null ? failed.toString() : failed.getMessage());
        } finally {
            beat.cancel(false);
        }
    }

    private void tell(String name, Backup.Progress progress) {
        try {
            runs.goes(name, progress);
        } catch (DataAccessException unheard) {
            LOG.debug("how far the backup is was not told", unheard);
        }
    }

    @Override
    public void destroy() {
        hand.shutdownNow();
        pulse.shutdownNow();
    }
}
