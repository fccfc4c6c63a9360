package dev.afterflow.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** The indexes and foreign keys of the engine's own scripts, to be put back where a migration of the product has taken one away. */
final class EngineScripts {

    private static final Pattern INDEX = Pattern.compile("(?i)create index (\\w+ on [^;]+);");
    private static final Pattern KEY = Pattern.compile("(?i)alter table\\s+(\\w+)\\s+add constraint\\s+(\\w+)\\s+(foreign key[^;]+);");

    private EngineScripts() {
    }

    static String[] indexesAndKeys() {
        String scripts = List.of("engine", "case.engine").stream().map(EngineScripts::script).reduce("", String::concat);
        Stream<String> indexes = INDEX.matcher(scripts).results().map(found -> "create index if not exists " + found.group(1));
        Stream<String> keys = KEY.matcher(scripts).results().map(found -> """
                do $$ begin
                  if not exists (select 1 from pg_constraint where conname = lower('%2$s')) then
                    alter table %1$s add constraint %2$s %3$s;
                  end if;
                end $$""".formatted(found.group(1), found.group(2), found.group(3)));
        return Stream.concat(indexes, keys).toArray(String[]::new);
    }

    private static String script(String part) {
        try {
            return new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
