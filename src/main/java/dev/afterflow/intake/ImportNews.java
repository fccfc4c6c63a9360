package dev.afterflow.intake;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells open browsers how far an import is; after the work is committed, since a NOTIFY inside it would make transactions
 * commit one after the other. A lost word is no harm, browsers read again when they reconnect.
 */
@Component
class ImportNews {

    private static final Logger LOG = LoggerFactory.getLogger(ImportNews.class);

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    ImportNews(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /** Must be called outside a transaction. */
    void tell(UUID id) {
        try {
            transaction.executeWithoutResult(status -> notify(id));
        } catch (DataAccessException | TransactionException unheard) {
            LOG.debug("a word about import {} was lost", id, unheard);
        }
    }

    private void notify(UUID id) {
        sql.sql("""
                select pg_notify('afterflow_live', jsonb_build_object('type', 'import', 'shop', shop_id, 'id', id,
                         'done', done, 'total', total, 'state', state)::text)
                  from intake.import_job where id = :id
                """).param("id", id).query((result, n) -> true).list();
    }
}
