package dev.afterflow.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The master key of {@code AFTERFLOW_MASTER_KEY} and, while it is being changed, the one before it of
 * {@code AFTERFLOW_MASTER_KEY_OLD}. The demo makes its own in its data folder; production never does.
 */
@Component
class MasterKeys {

    private static final String NAME = "AFTERFLOW_MASTER_KEY";
    private static final String FILE = "master.key";

    private final Optional<MasterKey> current;
    private final Optional<MasterKey> before;
    private final boolean demo;

    MasterKeys(Environment environment) {
        this.demo = environment.getProperty("afterflow.mode", "").equals("demo");
        Optional<MasterKey> given = setting(environment, NAME);
        this.current = given.isPresent() || !demo ? given : Optional.of(ofTheDemo(Path.of(environment.getProperty("afterflow.data", "./data"))));
        this.before = setting(environment, NAME + "_OLD");
    }

    boolean demo() {
        return demo;
    }

    /** The key everything is sealed under from now on. */
    Optional<MasterKey> current() {
        return current;
    }

    /** The one with this id, if it was given. */
    Optional<MasterKey> find(String id) {
        return current.filter(key -> key.id().equals(id)).or(() -> before.filter(key -> key.id().equals(id)));
    }

    private static Optional<MasterKey> setting(Environment environment, String name) {
        return Optional.ofNullable(environment.getProperty(name)).filter(text -> !text.isBlank())
                .map(text -> MasterKey.read(name, text));
    }

    private static MasterKey ofTheDemo(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            try {
                Files.writeString(file, Base64.getEncoder().encodeToString(Cipherbox.freshKey()), StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException madeBefore) {
                // read below
            }
            return MasterKey.read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
