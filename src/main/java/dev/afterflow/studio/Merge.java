package dev.afterflow.studio;

import dev.afterflow.engine.ModelFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What becomes of the rule book when the software brings files: what only the software changed is taken, what only an owner
 * changed stays, what both changed stays as the owner has it and is a conflict.
 *
 * @param book the files that are to be in force
 * @param bases of each file the software's version it now starts from, empty for none
 * @param conflicts names of files both changed
 */
record Merge(List<ModelFile> book, Map<String, String> bases, List<String> conflicts) {

    /** @param bases of each file the hash of the software's version that ours started from */
    static Merge of(List<ModelFile> shipped, List<ModelFile> ours, Map<String, String> bases) {
        Map<String, ModelFile> theirs = byName(shipped);
        Map<String, ModelFile> mine = byName(ours);
        TreeSet<String> names = new TreeSet<>(theirs.keySet());
        names.addAll(mine.keySet());
        names.addAll(bases.keySet());
        List<ModelFile> book = new ArrayList<>();
        Map<String, String> next = new TreeMap<>();
        List<String> conflicts = new ArrayList<>();
        for (String name : names) {
            String software = hash(theirs.get(name));
            String inForce = hash(mine.get(name));
            String base = bases.getOrDefault(name, "");
            boolean ownersKept = !inForce.equals(software) && !inForce.equals(base);
            ModelFile chosen = ownersKept ? mine.get(name) : theirs.get(name);
            if (ownersKept && !software.equals(base)) {
                conflicts.add(name);
                next.put(name, base);
            } else {
                next.put(name, software);
            }
            if (chosen != null) {
                book.add(chosen);
            }
        }
        return new Merge(book, next, conflicts);
    }

    static Map<String, ModelFile> byName(List<ModelFile> files) {
        Map<String, ModelFile> byName = new TreeMap<>();
        files.forEach(file -> byName.put(file.name(), file));
        return byName;
    }

    private static String hash(ModelFile file) {
        return Objects.isNull(file) ? "" : file.hash();
    }
}
