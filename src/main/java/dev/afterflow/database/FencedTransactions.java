package dev.afterflow.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * The one transaction manager of engine and rooms: tells PostgreSQL the fence before the first statement. Web requests
 * hold no more than their share of the pool, and wait five seconds at most for what another transaction has locked.
 */
class FencedTransactions extends JdbcTransactionManager {

    private static final String FENCE = "select set_config('app.shops', ?, true)";
    private static final String FENCE_AND_PATIENCE = FENCE + ", set_config('lock_timeout', '5s', true)";

    private final WebPlaces places;

    FencedTransactions(DataSource dataSource, WebPlaces places) {
        super(dataSource);
        this.places = places;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        places.enter();
        try {
            super.doBegin(transaction, definition);
        } catch (RuntimeException | Error notBegun) {
            places.leave();
            throw notBegun;
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            places.leave();
        }
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        try (PreparedStatement set = connection.prepareStatement(places.held() ? FENCE_AND_PATIENCE : FENCE)) {
            set.setString(1, Fence.setting());
            set.execute();
        }
    }
}
