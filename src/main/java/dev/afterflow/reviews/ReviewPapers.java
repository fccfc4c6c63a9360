package dev.afterflow.reviews;

import dev.afterflow.platforms.PlatformPapers;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What is frozen when a review comes: written down as it is, with its hash, and never changed (E-Commerce Law 62). */
@Repository
class ReviewPapers {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReviewPapers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One frozen paper; {@code sha256} in small hex of the snapshot's bytes. */
    record Paper(int n, String origin, String name, String mediaType, long size, String sha256, Instant frozenAt) {
    }

    /** What is to be frozen. */
    record Sheet(String origin, Object content) {
    }

    void freeze(Review of, List<Sheet> sheets, Instant now) {
        int n = of(of.caseNumber()).size();
        for (Sheet sheet : sheets) {
            String text = json.writeValueAsString(sheet.content());
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            jdbc.sql("""
                    insert into reviews.paper (case_number, shop_id, n, origin, name, media_type, size, sha256, snapshot, frozen_at)
                    values (:case, :shop, :n, :origin, :name, 'application/json', :size, :hash, :snapshot, :now)""")
                    .param("case", of.caseNumber()).param("shop", of.shop()).param("n", ++n).param("origin", sheet.origin())
                    .param("name", sheet.origin().toLowerCase(Locale.ROOT) + ".json").param("size", bytes.length).param("hash", DigestUtils.sha256Hex(bytes))
                    .param("snapshot", text).param("now", Timestamp.from(now)).update();
        }
    }

    List<Paper> of(String caseNumber) {
        return jdbc.sql("select * from reviews.paper where case_number = :case order by n").param("case", caseNumber)
                .query((row, n) -> new Paper(row.getInt("n"), row.getString("origin"), row.getString("name"), row.getString("media_type"),
                        row.getLong("size"), row.getString("sha256").strip(), row.getTimestamp("frozen_at").toInstant())).list();
    }

    /** The bytes of the papers; one that is no longer what was frozen is not handed out. */
    List<PlatformPapers.Paper> copies(String caseNumber) {
        return jdbc.sql("select name, sha256, snapshot from reviews.paper where case_number = :case and origin in ('REVIEW', 'TALK', 'PATTERN') order by n")
                .param("case", caseNumber).query((row, n) -> copy(row.getString("name"), row.getString("sha256").strip(), row.getString("snapshot"))).list();
    }

    private static PlatformPapers.Paper copy(String name, String hash, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!DigestUtils.sha256Hex(bytes).equals(hash)) {
            throw new IllegalStateException("The paper " + name + " is not the one that was frozen");
        }
        return new PlatformPapers.Paper(name, "application/json", bytes, hash, null);
    }
}
