package dev.afterflow.cases;

import dev.afterflow.security.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known about evidence, in PostgreSQL. */
@Repository
class JdbcEvidence {

    private final JdbcClient jdbc;

    JdbcEvidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file with where its bytes stand; {@code thumbnailKey} is null for all but pictures. */
    record Kept(Evidence.Item item, String shop, String contentKey, String thumbnailKey) {
    }

    /** How much a case holds. */
    record Use(long files, long bytes) {
    }

    void insert(String shop, Evidence.Item item, Received file, Who who) {
        jdbc.sql("""
                insert into cases.evidence (id, case_number, shop_id, name, type, size, sha256, width, height, content_key,
                       thumbnail_key, by_id, by_login, at, taken)
                values (:id, :case, :shop, :name, :type, :size, :sha256, :width, :height, :content, :thumbnail, :byId, :by, :at, :taken)""")
                .param("id", item.id()).param("case", item.caseNumber()).param("shop", shop).param("name", item.name())
                .param("type", item.type()).param("size", item.size()).param("sha256", item.sha256())
                .param("width", item.width()).param("height", item.height()).param("content", file.contentKey())
                .param("thumbnail", file.thumbnailKey()).param("byId", who.id()).param("by", item.by())
                .param("at", Timestamp.from(item.at())).param("taken", item.taken(), Types.TIMESTAMP).update();
    }

    List<Kept> of(String caseNumber) {
        return jdbc.sql("select * from cases.evidence where case_number = :case order by at, id")
                .param("case", caseNumber).query(JdbcEvidence::kept).list();
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql("select * from cases.evidence where id = :id").param("id", id).query(JdbcEvidence::kept).optional();
    }

    Use use(String caseNumber) {
        return jdbc.sql("select count(*) as files, coalesce(sum(size), 0) as bytes from cases.evidence where case_number = :case")
                .param("case", caseNumber).query(Use.class).single();
    }

    long bytesSince(String shop, Instant since) {
        return jdbc.sql("select coalesce(sum(size), 0) from cases.evidence where shop_id = :shop and at > :since")
                .param("shop", shop).param("since", Timestamp.from(since)).query(Long.class).single();
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        String thumbnail = row.getString("thumbnail_key");
        Evidence.Item item = new Evidence.Item(row.getObject("id", UUID.class), row.getString("case_number"),
                row.getString("name"), row.getString("type"), row.getLong("size"), row.getString("sha256"),
                row.getObject("width", Integer.class), row.getObject("height", Integer.class), thumbnail != null, false,
                row.getString("by_login"), row.getTimestamp("at").toInstant(), row.getObject("taken", LocalDateTime.class));
        return new Kept(item, row.getString("shop_id"), row.getString("content_key"), thumbnail);
    }
}
