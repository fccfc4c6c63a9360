package dev.afterflow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedServerTest {

    @TempDir
    Path data;

    @Test
    void aCommitIsDurable() throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(data)) {
            for (String setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
                assertThat(sql(server, Login.APPLICATION).sql("select current_setting(:name)").param("name", setting)
                        .query(String.class).single()).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void itIsStoppedCleanlyAndUsedAgain() throws IOException {
        try (EmbeddedServer first = EmbeddedServer.start(data)) {
            remember(first, "kept");
        }
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        try (EmbeddedServer second = EmbeddedServer.start(data)) {
            assertThat(remembered(second)).isEqualTo("kept");
        }
    }

    @Test
    void aKilledApplicationLeavesAServerThatTheNextStartReplaces() throws Exception {
        Process holder = holder();
        long orphan = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0).strip());
        holder.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(ProcessHandle.of(orphan)).as("the killed application's server lives on").isPresent();

        try (EmbeddedServer next = EmbeddedServer.start(data)) {
            assertThat(remembered(next)).isEqualTo("written before the kill");
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    @Test
    void aStalePidFileOfAnotherProgramIsNoObstacle() throws IOException {
        EmbeddedServer.start(data).close();
        Files.writeString(data.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n" + data + "\n");
        try (EmbeddedServer server = EmbeddedServer.start(data)) {
            assertThat(sql(server, Login.APPLICATION).sql("select 1").query(Integer.class).single()).isEqualTo(1);
        }
    }

    @Test
    void aSecondStartOnTheSameFolderSaysSoInOneLine() throws Exception {
        Process holder = holder();
        try {
            assertThatThrownBy(() -> EmbeddedServer.start(data)).isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("Another Afterflow is running").hasMessageNotContaining("\n")
                    .satisfies(refused -> assertThat(((DatabaseRefused) refused).wayOut()).contains("AFTERFLOW_DATA"));
        } finally {
            holder.getOutputStream().close();
            assertThat(holder.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aFolderOfAnotherMajorVersionIsRefusedWithTheWayOut() throws IOException {
        Path folder = Files.createDirectories(data.resolve("postgres"));
        Files.writeString(folder.resolve("PG_VERSION"), "16\n");
        assertThatThrownBy(() -> EmbeddedServer.start(data)).isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("PostgreSQL 16").hasMessageContaining("needs 17")
                .satisfies(refused -> assertThat(((DatabaseRefused) refused).wayOut()).contains("pg_dump"));
        assertThat(Files.list(folder)).containsExactly(folder.resolve("PG_VERSION"));
    }

    @Test
    void aLocalUserWithoutThePasswordIsTurnedAway() throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(data)) {
            DriverManagerDataSource stranger = new DriverManagerDataSource(server.url(), "postgres", "guess");
            assertThatThrownBy(() -> JdbcClient.create(stranger).sql("select 1").query(Integer.class).single())
                    .rootCause().hasMessageContaining("password authentication failed");
        }
    }

    private Process holder() throws IOException {
        Process holder = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp",
                System.getProperty("java.class.path"), ServerHolder.class.getName(), data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader said = new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
        assertThat(said.lines().anyMatch(ServerHolder.READY::equals)).isTrue();
        return holder;
    }

    static void remember(EmbeddedServer server, String word) {
        JdbcClient sql = sql(server, Login.OWNER);
        sql.sql("create table if not exists public.memory (word text)").update();
        sql.sql("insert into public.memory values (:word)").param("word", word).update();
    }

    private static String remembered(EmbeddedServer server) {
        return sql(server, Login.OWNER).sql("select word from public.memory").query(String.class).single();
    }

    private static JdbcClient sql(EmbeddedServer server, String role) {
        return JdbcClient.create(new DriverManagerDataSource(server.url(), role, server.password()));
    }
}
