package dev.afterflow.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the tables that grow without end supplied with partitions for the coming months. */
@Component
class MonthKeeper {

    private final JdbcClient sql;

    MonthKeeper(JdbcClient sql) {
        this.sql = sql;
    }

    /** Once at the start and once a day; the database makes only what is missing. */
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT24H")
    void keepAhead() {
        sql.sql("select database.keep_months()").query(Integer.class).single();
    }
}
