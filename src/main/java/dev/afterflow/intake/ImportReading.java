package dev.afterflow.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** First part of an import: linked files into the staging table, the main file counted, all columns found. */
@Component
class ImportReading {

    private static final int BATCH = 500;

    private final ImportFiles files;
    private final JdbcStaging staging;

    ImportReading(ImportFiles files, JdbcStaging staging) {
        this.files = files;
        this.staging = staging;
    }

    /** Reads what a crash has not left read; answers the rows of the main file. {@code beat} runs once a batch. */
    long read(ImportJob job, Mapping mapping, Runnable beat) {
        for (String alias : mapping.linked()) {
            ImportJob.Source file = job.file(alias);
            if (file != null && (file.rows() == null || staging.count(job.id(), alias) != file.rows())) {
                stage(job, mapping, file, beat);
            }
        }
        ImportJob.Source main = job.file(mapping.main());
        return main.rows() != null ? main.rows() : count(job, mapping, main, beat);
    }

    /** Opens the main file, its first rows passed over. */
    Table main(ImportJob job, Mapping mapping, long passed, Runnable beat) {
        Table table = open(job.file(mapping.main()), mapping, mapping.main());
        for (long row = 1; row <= passed && table.hasNext(); row++) {
            table.next();
            if (row % (BATCH * 10) == 0) {
                beat.run();
            }
        }
        return table;
    }

    private void stage(ImportJob job, Mapping mapping, ImportJob.Source file, Runnable beat) {
        staging.clear(job.id(), file.alias());
        Set<String> wanted = mapping.columns(file.alias());
        List<String> key = mapping.files().get(file.alias()).key();
        long rows = 0;
        try (Table table = open(file, mapping, file.alias())) {
            List<JdbcStaging.Staged> batch = new ArrayList<>();
            while (table.hasNext()) {
                Table.Line line = table.next();
                Map<String, String> cells = new HashMap<>(line.cells());
                cells.keySet().retainAll(wanted);
                batch.add(new JdbcStaging.Staged(line.number(), ImportLinks.key(line.cells(), key), cells));
                rows++;
                if (batch.size() == BATCH || !table.hasNext()) {
                    staging.put(job.id(), job.shop(), file.alias(), batch);
                    batch.clear();
                    beat.run();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        staging.counted(job.id(), file.alias(), rows);
    }

    private long count(ImportJob job, Mapping mapping, ImportJob.Source main, Runnable beat) {
        long rows = 0;
        try (Table table = open(main, mapping, main.alias())) {
            while (table.hasNext()) {
                rows = table.next().number();
                if (rows % (BATCH * 10) == 0) {
                    beat.run();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        staging.counted(job.id(), main.alias(), rows);
        return rows;
    }

    private Table open(ImportJob.Source file, Mapping mapping, String alias) {
        Table table = Table.open(files.path(file.stored()), FileFormat.read(file.format()), mapping.files().get(alias).sheet());
        Set<String> missing = new TreeSet<>(mapping.columns(alias));
        table.header().forEach(missing::remove);
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing);
            String there = String.join(", ", table.header());
            close(table);
            throw new ImportRefused("文件“" + file.name() + "”缺少列:" + names + ";现有列:" + there,
                    "File '" + file.name() + "' lacks columns: " + names + "; it has: " + there);
        }
        return table;
    }

    private static void close(Table table) {
        try {
            table.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
