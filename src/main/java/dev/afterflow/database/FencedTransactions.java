package dev.afterflow.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** The one transaction manager of engine and rooms: tells PostgreSQL the fence before the first statement. */
class FencedTransactions extends JdbcTransactionManager {

    FencedTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        try (PreparedStatement set = connection.prepareStatement("select set_config('app.shops', ?, true)")) {
            set.setString(1, Fence.setting());
            set.execute();
        }
    }
}
