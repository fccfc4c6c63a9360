package dev.afterflow.studio;

import dev.afterflow.engine.ModelFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of releases, and the texts of all model files that ever were in one. */
@Repository
class JdbcReleases {

    private final JdbcClient sql;

    JdbcReleases(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * One release.
     *
     * @param byLogin who proposed it; {@code software} for what the software brought itself
     * @param releasedLogin the second person
     */
    record Release(long id, String deployment, String source, Long proposal, String note, String byLogin, String byName,
                   String releasedLogin, String releasedName, Instant at) {
    }

    /** A version of a file: what it says, and the release that brought it first. */
    record Version(String name, String hash, int number, long release, String source, String note, String byName, String releasedName, Instant at) {
    }

    /** Who stands behind a release. */
    record By(String login, String name) {
        static final By SOFTWARE = new By("software", "Afterflow");
    }

    void keep(ModelFile file) {
        sql.sql("insert into studio.content (hash, bytes) values (:hash, :bytes) on conflict (hash) do nothing")
                .param("hash", file.hash()).param("bytes", file.content()).update();
    }

    Optional<byte[]> content(String hash) {
        return sql.sql("select bytes from studio.content where hash = :hash").param("hash", hash).query(byte[].class).optional();
    }

    long record(String deployment, Long proposal, String note, By proposer, By releaser, List<ModelFile> files) {
        long id = sql.sql("""
                insert into studio.release (deployment, source, proposal, note, by_login, by_name, released_login, released_name)
                values (:deployment, :source, :proposal, :note, :byLogin, :byName, :releasedLogin, :releasedName) returning id
                """).param("deployment", deployment).param("source", proposal == null ? "SOFTWARE" : "OWNER").param("proposal", proposal).param("note", note)
                .param("byLogin", proposer.login()).param("byName", proposer.name())
                .param("releasedLogin", releaser.login()).param("releasedName", releaser.name()).query(Long.class).single();
        files.forEach(file -> {
            keep(file);
            sql.sql("insert into studio.release_file (release, name, hash) values (:release, :name, :hash)")
                    .param("release", id).param("name", file.name()).param("hash", file.hash()).update();
        });
        return id;
    }

    boolean known(String deployment) {
        return sql.sql("select exists (select from studio.release where deployment = :deployment)").param("deployment", deployment).query(Boolean.class).single();
    }

    List<Release> page(long before, int limit) {
        return sql.sql("""
                select id, deployment, source, proposal, note, by_login, by_name, released_login, released_name, at
                  from studio.release where id < :before order by id desc limit :limit
                """).param("before", before).param("limit", limit).query(Release.class).list();
    }

    Optional<Release> find(long id) {
        return sql.sql("""
                select id, deployment, source, proposal, note, by_login, by_name, released_login, released_name, at
                  from studio.release where id = :id
                """).param("id", id).query(Release.class).optional();
    }

    /** File name to hash. */
    Map<String, String> files(long release) {
        Map<String, String> files = new TreeMap<>();
        sql.sql("select name, hash from studio.release_file where release = :release").param("release", release)
                .query((row, n) -> files.put(row.getString("name"), row.getString("hash"))).list();
        return files;
    }

    /** Of each file each version once, numbered in the order in which they first came. */
    List<Version> versions() {
        return sql.sql("""
                with first as (select name, hash, min(release) as release from studio.release_file group by name, hash)
                select first.name, first.hash, row_number() over (partition by first.name order by first.release)::int as number,
                       r.id as release, r.source, r.note, r.by_name, r.released_name, r.at
                  from first join studio.release r on r.id = first.release
                 order by first.name, first.release desc
                """).query(Version.class).list();
    }

    /** Deployment to the hash of each file in it. */
    Map<String, Map<String, String>> byDeployment() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        sql.sql("select r.deployment, f.name, f.hash from studio.release r join studio.release_file f on f.release = r.id order by r.id")
                .query((row, n) -> all.computeIfAbsent(row.getString("deployment"), id -> new TreeMap<>()).put(row.getString("name"), row.getString("hash"))).list();
        return all;
    }
}
