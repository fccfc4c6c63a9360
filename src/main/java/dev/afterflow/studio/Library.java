package dev.afterflow.studio;

import dev.afterflow.engine.ModelFile;
import dev.afterflow.security.Problem;
import dev.afterflow.studio.JdbcProposals.Proposal;
import dev.afterflow.studio.JdbcReleases.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rule book as owners see it: every file with its name, versions, running cases and what it has to do with others. */
@Service
@Transactional(readOnly = true)
class Library {

    private static final int MOST_OPEN = 200;

    private final Shelves shelves;
    private final JdbcReleases records;
    private final JdbcProposals proposals;
    private final Conflicts conflicts;
    private final Running running;

    Library(Shelves shelves, JdbcReleases records, JdbcProposals proposals, Conflicts conflicts, Running running) {
        this.shelves = shelves;
        this.records = records;
        this.proposals = proposals;
        this.conflicts = conflicts;
        this.running = running;
    }

    /** Another file by its short name and title. */
    record Link(String file, Said title) {
    }

    /**
     * One file of the rule book in force.
     *
     * @param asked whether only the program asks this table, which then always takes the newest version
     * @param runningOlder running cases on earlier versions
     */
    record Entry(String file, String name, Kind kind, String room, Said title, String hash, int version, int versions, String byName, String releasedName,
                 Instant at, String note, long running, long runningOlder, boolean asked, boolean conflict, Long proposal, List<Link> uses, List<Link> usedBy) {
    }

    /** A version with the cases that run on it. */
    record Kept(String hash, int number, long release, String source, String note, String byName, String releasedName, Instant at, long running, boolean inForce) {
    }

    /** A file with its text and all its versions, newest first. */
    record Shown(Entry entry, String text, List<Kept> versions) {
    }

    List<Entry> all() {
        Shelf shelf = shelves.now();
        Map<String, List<Version>> versions = records.versions().stream().collect(Collectors.groupingBy(Version::name));
        Running.Census census = running.census();
        Set<String> disputed = conflicts.names();
        Map<String, Long> proposed = proposed();
        return shelf.files().values().stream().map(file -> entry(file, shelf, versions.getOrDefault(file.name(), List.of()), census, disputed, proposed)).toList();
    }

    Shown one(String file) {
        Entry entry = all().stream().filter(each -> each.file().equals(file)).findFirst().orElseThrow(() -> Problem.notFound("model"));
        Shelf shelf = shelves.now();
        Map<String, Long> cases = running.census().of(entry.name(), shelf);
        List<Kept> kept = records.versions().stream().filter(version -> version.name().equals(entry.name()))
                .map(version -> new Kept(version.hash(), version.number(), version.release(), version.source(), version.note(), version.byName(), version.releasedName(),
                        version.at(), cases.getOrDefault(version.hash(), 0L), version.hash().equals(entry.hash()))).toList();
        return new Shown(entry, shelf.files().get(entry.name()).text(), kept);
    }

    /** The bytes of one version of a file, as they were published. */
    ModelFile version(String file, String hash) {
        Version version = records.versions().stream().filter(each -> Kind.fileOf(each.name()).equals(file) && each.hash().equals(hash)).findFirst()
                .orElseThrow(() -> Problem.notFound("model"));
        return new ModelFile(version.name(), records.content(hash).orElseThrow(() -> Problem.notFound("model")));
    }

    /** As {@link #version}, or what somebody proposes. */
    ModelFile text(String file, String hash) {
        return proposals.named(hash).filter(name -> Kind.fileOf(name).equals(file))
                .flatMap(name -> records.content(hash).map(content -> new ModelFile(name, content))).orElseGet(() -> version(file, hash));
    }

    private Map<String, Long> proposed() {
        Map<String, Long> proposed = new java.util.TreeMap<>();
        proposals.page(true, Long.MAX_VALUE, MOST_OPEN).stream().map(Proposal::id)
                .forEach(id -> proposals.files(id).forEach(file -> proposed.putIfAbsent(file.name(), id)));
        return proposed;
    }

    private static Entry entry(ModelFile file, Shelf shelf, List<Version> versions, Running.Census census, Set<String> disputed, Map<String, Long> proposed) {
        String hash = file.hash();
        Version now = versions.stream().filter(version -> version.hash().equals(hash)).findFirst()
                .orElseThrow(() -> new IllegalStateException("No release is known that brought " + file.name()));
        Map<String, Long> cases = census.of(file.name(), shelf);
        long mine = cases.getOrDefault(hash, 0L);
        long older = cases.values().stream().mapToLong(Long::longValue).sum() - mine;
        boolean asked = Kind.of(file) == Kind.DECISION && shelf.usedBy(file.name()).isEmpty();
        return new Entry(Kind.fileOf(file.name()), file.name(), Kind.of(file), Kind.roomOf(file.name()), shelf.title(file.name()), hash, now.number(), versions.size(),
                now.byName(), now.releasedName(), now.at(), now.note(), mine, older, asked, disputed.contains(file.name()), proposed.get(file.name()),
                links(shelf, shelf.uses(file.name())), links(shelf, shelf.usedBy(file.name())));
    }

    private static List<Link> links(Shelf shelf, List<String> names) {
        return names.stream().map(name -> new Link(Kind.fileOf(name), shelf.title(name))).toList();
    }
}
