package dev.afterflow.benchmark;

import dev.afterflow.cluster.Cluster;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Looks at the product's tables past every door, by index and over one connection, so that looking costs next to nothing. */
final class Window implements AutoCloseable {

    private final Connection connection;

    Window(Cluster cluster, String database) {
        try {
            connection = cluster.postgres().connect(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The order's open task and its revision, or null. */
    String[] taskOf(String order) {
        try (PreparedStatement statement = connection.prepareStatement("""
                select w.task_id, w.revision from cases.case_file c join tasks.work_item w on w.case_number = c.number collate "default"
                 where c.shop_id = 'lanting' and c.order_id = ? and w.task = ?""")) {
            statement.setString(1, order);
            statement.setString(2, Doors.TASK);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new String[] {row.getString(1), row.getString(2)} : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many of these orders' cases are closed. */
    int closed(String... orders) {
        try (PreparedStatement statement = connection.prepareStatement("""
                select count(*) from cases.case_file where shop_id = 'lanting' and order_id = any(?) and state = 'CLOSED'""")) {
            statement.setArray(1, connection.createArrayOf("text", orders));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
