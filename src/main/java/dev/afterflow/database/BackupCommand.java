package dev.afterflow.database;

import java.nio.file.Path;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** {@code java -jar … --backup=<folder>}: copies the database this installation is set to, beside nodes that work on, and ends. */
public final class BackupCommand {

    private static final Logger LOG = LoggerFactory.getLogger("Afterflow");
    private static final String OPTION = "--backup=";

    private BackupCommand() {
    }

    /** True when a backup was asked for and made; ends the process with 1 when it was asked for and failed. */
    public static boolean ran(String... args) {
        String folder = Arrays.stream(args).filter(each -> each.startsWith(OPTION)).map(each -> each.substring(OPTION.length()))
                .findFirst().orElse(null);
        if (folder == null) {
            return false;
        }
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Copying.class).web(WebApplicationType.NONE).run(args)) {
            Backup.Made made = context.getBean(Backup.class).into(Path.of(folder), progress -> { });
            LOG.info("Backup of {} (schema {}): {} rows of {} tables, {} files, {} bytes in {}", made.at(), made.schema(), made.rows(),
                    made.tables(), made.files(), made.bytes(), Path.of(folder).toAbsolutePath().normalize());
        } catch (DatabaseRefused refused) {
            LOG.error("{} {}", refused.getMessage(), refused.wayOut());
            System.exit(1);
        }
        return true;
    }

    /** A connection and nothing else: no migration, no engine, no port. */
    @ImportAutoConfiguration({PropertyPlaceholderAutoConfiguration.class, DataSourceAutoConfiguration.class})
    @Import({DatabaseConfiguration.Embedded.class, Backup.class})
    static class Copying {
    }
}
