package dev.afterflow.cases;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells open browsers after commit that a case changed. Told by a thread of its own, since a NOTIFY inside the transactions
 * would make them commit one after the other; a lost word is no harm, browsers read again when they reconnect.
 */
@Component
class LiveNews implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LiveNews.class);
    private static final int WAITING = 10_000;

    private final JdbcClient jdbc;
    private final Json json;
    private final ThreadPoolExecutor teller = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING), work -> new Thread(work, "case-news"), new ThreadPoolExecutor.DiscardPolicy());

    LiveNews(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Must be called inside a transaction. */
    void changed(String shop, String caseNumber, String change) {
        String word = json.write(Map.of("event", "case", "shop", shop,
                "data", Map.of("caseNumber", caseNumber, "change", change)));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                teller.execute(() -> tell(word));
            }
        });
    }

    private void tell(String word) {
        try {
            jdbc.sql("select pg_notify('afterflow_live', :word)").param("word", word).query((row, n) -> n).list();
        } catch (DataAccessException unheard) {
            LOG.debug("a live word was lost", unheard);
        }
    }

    @Override
    public void destroy() {
        teller.shutdownNow();
    }
}
