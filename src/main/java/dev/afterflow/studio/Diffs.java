package dev.afterflow.studio;

import dev.afterflow.engine.ModelFile;
import java.util.Arrays;
import java.util.List;

/** What differs between two versions of a model file, in words of both languages; nothing that differs goes unsaid. */
final class Diffs {

    private Diffs() {
    }

    /**
     * The differences, in the order of the newer file.
     *
     * @param before null when the file is new
     * @param after null when it is taken away
     */
    static List<Change> of(ModelFile before, ModelFile after) {
        if (before == null || after == null) {
            ModelFile only = before == null ? after : before;
            String file = Kind.fileOf(only.name());
            return List.of(before == null ? Change.added("", "新文件 " + file, "new file " + file) : Change.removed("", "去掉文件 " + file, "file " + file + " taken away"));
        }
        if (Arrays.equals(before.content(), after.content())) {
            return List.of();
        }
        List<Change> changes = switch (Kind.of(after)) {
            case PROCESS -> ProcessDiff.of(Model.read(before.content()), Model.read(after.content()));
            case DECISION -> TableDiff.of(Model.read(before.content()), Model.read(after.content()));
            case FORM -> FormDiff.of(before.content(), after.content());
        };
        return changes.isEmpty() ? List.of(Change.changed("", "只有写法不同（空格、次序、编辑器信息），意思没有变",
                "Only the writing differs (spaces, order, notes of the editor); the meaning is the same")) : changes;
    }
}
