package dev.afterflow.studio;

import dev.afterflow.engine.ModelFile;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.studio.JdbcProposals.File;
import dev.afterflow.studio.JdbcProposals.Proposal;
import dev.afterflow.studio.JdbcProposals.State;
import dev.afterflow.studio.JdbcProposals.Wish;
import dev.afterflow.studio.JdbcSoftware.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what owners want changed: checked, told in words, and filed for a second person. */
@Service
class Proposals {

    private static final int LONGEST_NOTE = 1_000;

    private final Shelves shelves;
    private final Checks checks;
    private final JdbcProposals proposals;
    private final JdbcReleases records;
    private final JdbcSoftware software;
    private final Library library;
    private final Audit audit;

    Proposals(Shelves shelves, Checks checks, JdbcProposals proposals, JdbcReleases records, JdbcSoftware software, Library library, Audit audit) {
        this.shelves = shelves;
        this.checks = checks;
        this.proposals = proposals;
        this.records = records;
        this.software = software;
        this.library = library;
        this.audit = audit;
    }

    /** A proposal as it was filed, with what the rules had to say; {@code id} is 0 when nothing differs from what is in force. */
    record Filed(long id, List<Checks.Told> warnings) {
    }

    /** @throws Problem 422 with every finding; nothing is kept then */
    @Transactional
    Filed propose(List<ModelFile> files, String source, String note, Who who) {
        String said = noted(note);
        List<ModelFile> changed = files.stream().filter(file -> !file.hash().equals(hash(file.name()))).toList();
        if (changed.isEmpty()) {
            return new Filed(0, List.of());
        }
        return file(Wish.CHANGE, source, said, changed, List.of(), who);
    }

    /** Puts an earlier version of one file up for release. */
    @Transactional
    Filed rollBack(String file, String hash, String note, Who who) {
        ModelFile earlier = library.version(file, hash);
        if (hash.equals(hash(earlier.name()))) {
            throw Problem.conflict("studio.inForce", "这个版本正在使用", "This version is in force already");
        }
        return file(Wish.ROLL_BACK, "STUDIO", noted(note), List.of(earlier), List.of(), who);
    }

    /** Answers a conflict between ours and the software's: takes the software's files, or keeps ours. */
    @Transactional
    Filed resolve(List<String> files, boolean takeSoftware, String note, Who who) {
        List<Seed> seeds = software.all().stream().filter(seed -> !seed.settled() && files.contains(Kind.fileOf(seed.name()))).toList();
        if (files.isEmpty() || seeds.size() != Set.copyOf(files).size()) {
            throw Problem.notFound("conflict");
        }
        if (takeSoftware) {
            List<ModelFile> theirs = seeds.stream().filter(seed -> seed.shipped() != null)
                    .map(seed -> new ModelFile(seed.name(), records.content(seed.shipped()).orElseThrow())).toList();
            List<String> gone = seeds.stream().filter(seed -> seed.shipped() == null).map(Seed::name).toList();
            return file(Wish.TAKE_SOFTWARE, "STUDIO", noted(note), theirs, gone, who);
        }
        List<ModelFile> ours = seeds.stream().map(seed -> shelves.now().files().get(seed.name())).filter(Objects::nonNull).toList();
        return file(Wish.KEEP_OURS, "STUDIO", noted(note), ours, List.of(), who);
    }

    private Filed file(Wish wish, String source, String note, List<ModelFile> changed, List<String> gone, Who who) {
        Map<String, ModelFile> now = shelves.now().files();
        List<Checks.Told> warnings = checks.pass(changed, book(now, changed, gone), who);
        changed.forEach(records::keep);
        List<File> files = new ArrayList<>(changed.stream().map(file -> new File(file.name(), hash(file.name()), file.hash(),
                Diffs.of(now.get(file.name()), file))).toList());
        gone.forEach(name -> files.add(new File(name, hash(name), null, Diffs.of(now.get(name), null))));
        List<Proposal> mine = proposals.openOf(who.login());
        for (Proposal before : mine) {
            List<File> filed = proposals.files(before.id());
            if (before.kind() == wish && filed.equals(files)) {
                return new Filed(before.id(), warnings);
            }
            if (names(filed).equals(names(files))) {
                proposals.decide(before.id(), State.WITHDRAWN, who, "被新的方案取代 / Replaced by a newer proposal");
                audit.record(Audit.HOUSE, "MODEL_WITHDRAWN", "proposal", Long.toString(before.id()), Map.of("replaced", true));
            }
        }
        long id = proposals.add(wish, source, note, who, files);
        audit.record(Audit.HOUSE, "MODEL_PROPOSED", "proposal", Long.toString(id), Map.of("kind", wish, "source", source, "note", note, "files", hashes(files)));
        return new Filed(id, warnings);
    }

    private static Set<String> names(List<File> files) {
        return files.stream().map(File::name).collect(Collectors.toSet());
    }

    static Map<String, Object> hashes(List<File> files) {
        Map<String, Object> hashes = new TreeMap<>();
        files.forEach(file -> hashes.put(file.name(), Map.of("from", String.valueOf(file.base()), "to", String.valueOf(file.hash()))));
        return hashes;
    }

    /** The rule book with these files in their places and those taken away. */
    static List<ModelFile> book(Map<String, ModelFile> now, List<ModelFile> changed, List<String> gone) {
        Map<String, ModelFile> book = new TreeMap<>(now);
        gone.forEach(book::remove);
        changed.forEach(file -> book.put(file.name(), file));
        return List.copyOf(book.values());
    }

    private String hash(String name) {
        ModelFile file = shelves.now().files().get(name);
        return file == null ? null : file.hash();
    }

    static String noted(String note) {
        if (note == null || note.isBlank() || note.length() > LONGEST_NOTE) {
            throw Problem.invalid("note", "required", "请写明改了什么、为什么，最多 1000 字", "Say what is changed and why, at most 1,000 characters");
        }
        return note.strip();
    }
}
