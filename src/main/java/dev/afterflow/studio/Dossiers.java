package dev.afterflow.studio;

import dev.afterflow.security.Problem;
import dev.afterflow.studio.JdbcProposals.File;
import dev.afterflow.studio.JdbcProposals.Proposal;
import dev.afterflow.studio.JdbcReleases.Release;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposals and releases as people read them. */
@Service
@Transactional(readOnly = true)
class Dossiers {

    private final JdbcProposals proposals;
    private final JdbcReleases records;
    private final Shelves shelves;
    private final Running running;
    private final boolean smallTeam;

    Dossiers(JdbcProposals proposals, JdbcReleases records, Shelves shelves, Running running, @Value("${afterflow.security.small-team:false}") boolean smallTeam) {
        this.proposals = proposals;
        this.records = records;
        this.shelves = shelves;
        this.running = running;
        this.smallTeam = smallTeam;
    }

    /** A page of rows; {@code next} is null on the last one. */
    record Page<T>(List<T> items, Long next) {
    }

    /**
     * One file of a proposal with its difference in words.
     *
     * @param running cases that run now and keep the version they have
     * @param moved whether another version was released since, so that this one cannot be released any more
     */
    record Touched(String file, String name, Kind kind, Said title, String base, String hash, List<Change> changes, long running, boolean moved) {
    }

    record Proposed(Proposal proposal, List<Touched> files, boolean smallTeam) {
    }

    /** A release with what it changed, and the hash of every file that was in force with it. */
    record Recorded(Release release, List<Touched> files, Map<String, String> book) {
    }

    Page<Proposal> proposals(boolean openOnly, Long after, int limit) {
        int rows = Math.max(1, Math.min(200, limit));
        List<Proposal> items = proposals.page(openOnly, after == null ? Long.MAX_VALUE : after, rows);
        return new Page<>(items, items.size() < rows ? null : items.get(rows - 1).id());
    }

    Proposed proposal(long id) {
        return new Proposed(proposals.find(id).orElseThrow(() -> Problem.notFound("proposal")), touched(id), smallTeam);
    }

    Page<Release> releases(Long after, int limit) {
        int rows = Math.max(1, Math.min(200, limit));
        List<Release> items = records.page(after == null ? Long.MAX_VALUE : after, rows);
        return new Page<>(items, items.size() < rows ? null : items.get(rows - 1).id());
    }

    Recorded release(long id) {
        Release release = records.find(id).orElseThrow(() -> Problem.notFound("release"));
        return new Recorded(release, release.proposal() == null ? List.of() : touched(release.proposal()), records.files(id));
    }

    /** An id from an address; what is none is not there. */
    static long number(String id, String what) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Problem.notFound(what);
        }
        return Long.parseLong(id);
    }

    private List<Touched> touched(long proposal) {
        Shelf shelf = shelves.now();
        Running.Census census = running.census();
        return proposals.files(proposal).stream().map(file -> touched(file, shelf, census)).toList();
    }

    private static Touched touched(File file, Shelf shelf, Running.Census census) {
        String now = shelf.files().containsKey(file.name()) ? shelf.files().get(file.name()).hash() : null;
        long cases = census.of(file.name(), shelf).values().stream().mapToLong(Long::longValue).sum();
        return new Touched(Kind.fileOf(file.name()), file.name(), Kind.of(file.name()), shelf.title(file.name()), file.base(), file.hash(), file.changes(), cases,
                !Objects.equals(now, file.base()));
    }
}
