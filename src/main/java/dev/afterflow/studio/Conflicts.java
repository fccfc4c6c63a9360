package dev.afterflow.studio;

import dev.afterflow.engine.ModelFile;
import dev.afterflow.studio.JdbcSoftware.Seed;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files that an owner changed and the software changed too: ours stays in force until an owner decides. */
@Service
@Transactional(readOnly = true)
class Conflicts {

    private final JdbcSoftware software;
    private final JdbcReleases records;
    private final Shelves shelves;

    Conflicts(JdbcSoftware software, JdbcReleases records, Shelves shelves) {
        this.software = software;
        this.records = records;
        this.shelves = shelves;
    }

    /**
     * A conflict three ways.
     *
     * @param ours what we changed since the software's version we started from
     * @param theirs what the software changed since the same version
     * @param taking what would change for us by taking the software's
     */
    record Conflict(String file, String name, Said title, Instant since, List<Change> ours, List<Change> theirs, List<Change> taking) {
    }

    Set<String> names() {
        return open().stream().map(Seed::name).collect(Collectors.toSet());
    }

    List<Conflict> all() {
        Shelf shelf = shelves.now();
        return open().stream().map(seed -> {
            ModelFile base = file(seed.name(), seed.base());
            ModelFile mine = shelf.files().get(seed.name());
            ModelFile theirs = file(seed.name(), seed.shipped());
            return new Conflict(Kind.fileOf(seed.name()), seed.name(), shelf.title(seed.name()), seed.since(), between(base, mine), between(base, theirs), between(mine, theirs));
        }).toList();
    }

    private List<Seed> open() {
        Shelf shelf = shelves.now();
        return software.all().stream().filter(seed -> !seed.settled()).filter(seed -> {
            ModelFile mine = shelf.files().get(seed.name());
            return mine == null ? seed.shipped() != null : !mine.hash().equals(seed.shipped());
        }).toList();
    }

    private ModelFile file(String name, String hash) {
        return hash == null ? null : new ModelFile(name, records.content(hash).orElseThrow());
    }

    private static List<Change> between(ModelFile before, ModelFile after) {
        return before == null && after == null ? List.of() : Diffs.of(before, after);
    }
}
