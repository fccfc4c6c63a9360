package dev.afterflow.cases;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells open browsers after commit that a case changed. */
@Component
class LiveNews {

    private final JdbcClient jdbc;
    private final Json json;

    LiveNews(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void changed(String shop, String caseNumber, String change) {
        String word = json.write(Map.of("event", "case", "shop", shop,
                "data", Map.of("caseNumber", caseNumber, "change", change)));
        jdbc.sql("select pg_notify('afterflow_live', :word)").param("word", word).query((row, n) -> n).list();
    }
}
