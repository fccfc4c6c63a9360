package dev.afterflow.intake;

import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** One run of one import: files read, rows mapped and delivered chunk by chunk, each chunk booked in its own transaction. */
@Component
class ImportWork {

    private final JdbcImports jobs;
    private final JdbcStaging staging;
    private final ImportReading reading;
    private final Sorting sorting;
    private final Shops shops;
    private final ImportNews news;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    ImportWork(JdbcImports jobs, JdbcStaging staging, ImportReading reading, Sorting sorting, Shops shops, ImportNews news,
               JsonMapper json, PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.staging = staging;
        this.reading = reading;
        this.sorting = sorting;
        this.shops = shops;
        this.news = news;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** True when all rows are through, false when somebody cancelled; Stopped when this node must let go of the job. */
    boolean run(ImportJob job, String worker, BooleanSupplier closing) {
        Mapping mapping = json.readValue(job.mapping(), Mapping.class);
        Watch watch = new Watch(job.id(), worker, closing);
        long total = reading.read(job, mapping, watch::beat);
        transaction.executeWithoutResult(status -> jobs.run(job.id(), worker, total));
        news.tell(job.id());
        Shop shop = shops.find(job.shop()).orElseThrow();
        RowMapper mapper = new RowMapper(mapping, shop.timeZone(), shop.currency());
        try (Table table = reading.main(job, mapping, job.done(), watch::beat)) {
            long done = job.done();
            while (table.hasNext() && !watch.cancelled) {
                List<Table.Line> chunk = chunk(table);
                deliver(job, mapping, mapper, chunk, new Booking(job, watch, done, chunk));
                done += chunk.size();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return !watch.cancelled;
    }

    /** Frees what a finished job has staged. */
    void tidy(UUID job) {
        staging.clear(job);
    }

    private static List<Table.Line> chunk(Table table) {
        List<Table.Line> chunk = new ArrayList<>();
        while (table.hasNext() && chunk.size() < Tray.BATCH) {
            chunk.add(table.next());
        }
        return chunk;
    }

    private void deliver(ImportJob job, Mapping mapping, RowMapper mapper, List<Table.Line> chunk, Booking booking) {
        ImportLinks links = transaction.execute(status -> new ImportLinks(mapping,
                chunk.stream().map(Table.Line::cells).toList(), (alias, keys) -> staging.rows(job.id(), alias, keys)));
        Tray tray = sorting.open(new Sorting.Delivery(job.shop(), "import", job.kind()), booking::book);
        for (Table.Line line : chunk) {
            put(tray, line, mapper.map(line.cells(), links));
        }
        tray.finish();
        news.tell(job.id());
    }

    private static void put(Tray tray, Table.Line line, RowMapper.Mapped mapped) {
        if (!line.whole()) {
            tray.refuse(null, List.of(new Fault("", "columns", "这一行的单元格多于列名", "This row has more cells than there are columns")));
        } else if (!mapped.faults().isEmpty()) {
            tray.refuse(null, mapped.faults());
        } else {
            tray.put(mapped.row());
        }
    }

    /** Holds the lease of a job and hears when it is to end. */
    private final class Watch {

        private final UUID job;
        private final String worker;
        private final BooleanSupplier closing;
        private boolean cancelled;

        Watch(UUID job, String worker, BooleanSupplier closing) {
            this.job = job;
            this.worker = worker;
            this.closing = closing;
        }

        void beat() {
            if (closing.getAsBoolean()) {
                throw new PostOffice.Stopped();
            }
            cancelled |= transaction.execute(status -> jobs.beat(job, worker, ImportRunner.LEASE_SECONDS))
                    .orElseThrow(PostOffice.Stopped::new);
        }
    }

    /** Books the rows of a chunk in the transaction that stores them. */
    private final class Booking {

        private final ImportJob job;
        private final Watch watch;
        private final long start;
        private final List<Table.Line> chunk;

        Booking(ImportJob job, Watch watch, long start, List<Table.Line> chunk) {
            this.job = job;
            this.watch = watch;
            this.start = start;
            this.chunk = chunk;
        }

        void book(List<Receipt.Line> lines) {
            if (watch.closing.getAsBoolean()) {
                throw new PostOffice.Stopped();
            }
            long at = start + lines.get(0).row() - 1;
            Receipt receipt = Receipt.of(lines);
            watch.cancelled |= jobs.checkpoint(job.id(), watch.worker, ImportRunner.LEASE_SECONDS, at, receipt.accepted(),
                    receipt.duplicate(), receipt.rejected()).orElseThrow(PostOffice.Stopped::new);
            jobs.refuse(job.id(), job.shop(), lines.stream().flatMap(line -> line.faults().stream().map(fault -> refused(line, fault))).toList());
        }

        private JdbcImports.Refused refused(Receipt.Line line, Fault fault) {
            Table.Line source = chunk.get(line.row() - 1);
            Map<String, String> cells = source.cells();
            return new JdbcImports.Refused(source.number(), line.id(), fault.field(), fault.rule(), fault.remedyZh(),
                    fault.remedyEn(), json.writeValueAsString(cells));
        }
    }
}
