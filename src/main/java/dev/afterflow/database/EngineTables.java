package dev.afterflow.database;

import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Makes the process engine's tables in schema public from the scripts inside the engine's own jar. */
@Component
class EngineTables implements JavaMigration {

    private static final String SCRIPT = "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql";
    private static final List<String> PARTS = List.of("engine", "identity", "history", "case.engine", "case.history",
            "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("202611210005");
    }

    @Override
    public String getDescription() {
        return "tables of camunda 7.24";
    }

    /** The version of the scripts; another engine brings a migration of its own. */
    @Override
    public Integer getChecksum() {
        return 7240;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("set local search_path to public");
            for (String part : PARTS) {
                statement.execute(new ClassPathResource(SCRIPT.formatted(part)).getContentAsString(StandardCharsets.UTF_8));
            }
            statement.execute("set local search_path to migrations");
        }
    }
}
