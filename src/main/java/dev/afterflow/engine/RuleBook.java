package dev.afterflow.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The models the application was built with. */
class RuleBook {

    private static final List<String> PATTERNS = List.of("processes/*/*.bpmn", "processes/*/*.dmn", "forms/*/*.form");

    /** All files, by name, which is the same in a folder of classes and inside a jar; a file found twice on the class path counts once. */
    List<ModelFile> files() {
        List<ModelFile> files = new ArrayList<>();
        try {
            for (String pattern : PATTERNS) {
                for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)) {
                    String[] path = file.getURL().toString().split("/");
                    ModelFile found = new ModelFile(String.join("/", List.of(path).subList(path.length - 3, path.length)), file.getContentAsByteArray());
                    if (files.stream().noneMatch(known -> known.name().equals(found.name()) && known.hash().equals(found.hash()))) {
                        files.add(found);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(Comparator.comparing(ModelFile::name));
        return files;
    }
}
