package dev.afterflow.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Figures an operator watches: asked of the database at most every ten seconds, and not a number while it does not answer. */
@Component
public class Figures {

    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);
    private static final long FRESH = Duration.ofSeconds(10).toNanos();
    private static final int PATIENCE_SECONDS = 3;

    private final JdbcClient sql;
    private final TransactionTemplate reading;
    private final DatabaseWatch watch;
    private final MeterRegistry meters;

    Figures(JdbcClient sql, PlatformTransactionManager transactions, DatabaseWatch watch, MeterRegistry meters) {
        this.sql = sql;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setTimeout(PATIENCE_SECONDS);
        this.watch = watch;
        this.meters = meters;
    }

    /** Shows the one number of this question under a name; the question sees every shop and must be cheap. */
    public void show(String name, String what, String question) {
        Read read = new Read(question);
        Gauge.builder(name, read, Read::value).description(what).strongReference(true).register(meters);
    }

    /** An answer that is asked for again when it is old. */
    private final class Read {

        private final String question;
        private double last = Double.NaN;
        private long at;
        private boolean asked;

        private Read(String question) {
            this.question = question;
        }

        synchronized double value() {
            if (!asked || System.nanoTime() - at > FRESH) {
                last = watch.away() ? Double.NaN : ask();
                at = System.nanoTime();
                asked = true;
            }
            return last;
        }

        private double ask() {
            try {
                Double answer = Fence.everywhere(() -> reading.execute(status -> sql.sql(question).query(Double.class).optional().orElse(null)));
                return answer == null ? 0 : answer;
            } catch (RuntimeException unanswered) {
                LOG.debug("A figure could not be read", unanswered);
                return Double.NaN;
            }
        }
    }
}
