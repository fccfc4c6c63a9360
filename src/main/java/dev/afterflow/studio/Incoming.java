package dev.afterflow.studio;

import dev.afterflow.engine.ModelFile;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Problem.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives files that come from outside their place in the rule book: a known file by its name, a new one by the room it is for. */
@Component
class Incoming {

    private static final int MOST_FILES = 20;
    private static final int MOST_BYTES = 1 << 20;

    private final Shelves shelves;

    Incoming(Shelves shelves) {
        this.shelves = shelves;
    }

    /** A file as it was sent. */
    record Sent(String name, byte[] content) {
    }

    /**
     * The files under the names they have in the rule book.
     *
     * @param room for files that are new; may be empty
     * @throws Problem 422 for a file without a place
     */
    List<ModelFile> placed(List<Sent> sent, String room) {
        if (sent.isEmpty() || sent.size() > MOST_FILES) {
            throw Problem.invalid("files", "required", "请选择 1 至 " + MOST_FILES + " 个文件（.bpmn、.dmn、.form）", "Choose 1 to " + MOST_FILES + " files (.bpmn, .dmn, .form)");
        }
        Map<String, ModelFile> known = shelves.now().files();
        List<Fault> faults = new ArrayList<>();
        List<ModelFile> placed = new ArrayList<>();
        for (Sent file : sent) {
            String bare = bare(file.name());
            Optional<String> name = known.keySet().stream().filter(each -> Kind.fileOf(each).equals(bare)).findFirst().or(() -> fresh(bare, room));
            if (file.content().length > MOST_BYTES) {
                faults.add(new Fault(bare, "guard.size", "单个文件最多 1 MB", "A file has at most 1 MB"));
            } else if (name.isEmpty()) {
                faults.add(new Fault(bare, "studio.room", "规则库里没有这个文件；新文件请在流程工作室上传并选择所属业务", "The rule book has no such file; upload a new one in the studio and choose its business area"));
            } else if (placed.stream().anyMatch(each -> each.name().equals(name.get()))) {
                faults.add(new Fault(bare, "studio.twice", "同一个文件出现了两次", "The same file is there twice"));
            } else {
                placed.add(new ModelFile(name.get(), file.content()));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return placed;
    }

    private static Optional<String> fresh(String bare, String room) {
        boolean model = bare.endsWith(".bpmn") || bare.endsWith(".dmn");
        return room == null || !room.matches("[a-z]{2,20}") || !model && !bare.endsWith(".form") ? Optional.empty()
                : Optional.of((model ? "processes/" : "forms/") + room + "/" + bare);
    }

    /** Without folders, and without the number a browser puts behind a file saved twice. */
    private static String bare(String sent) {
        String name = sent == null ? "" : sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1).strip();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot).replaceAll(" ?\\([0-9]{1,3}\\)$", "") + name.substring(dot).toLowerCase(Locale.ROOT);
    }
}
