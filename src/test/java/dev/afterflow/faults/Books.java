package dev.afterflow.faults;

import dev.afterflow.cluster.Postgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The product's tables as an auditor reads them: a superuser's own connection, plain SQL, nothing of the product's code. */
final class Books {

    private final Postgres server;
    private final String database;

    Books(Postgres server, String database) {
        this.server = server;
        this.database = database;
    }

    /** The first column of every row, as text. {@code arrays} are bound as {@code text[]}. */
    List<String> ask(String sql, Object... arrays) {
        try (Connection connection = server.connect(database); PreparedStatement question = connection.prepareStatement(sql)) {
            for (int i = 0; i < arrays.length; i++) {
                bind(connection, question, i + 1, arrays[i]);
            }
            List<String> answers = new ArrayList<>();
            try (ResultSet row = question.executeQuery()) {
                while (row.next()) {
                    answers.add(row.getString(1));
                }
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void bind(Connection connection, PreparedStatement question, int place, Object value) throws SQLException {
        if (value instanceof List<?> list) {
            question.setArray(place, connection.createArrayOf("text", list.toArray()));
        } else {
            question.setObject(place, value);
        }
    }

    long count(String sql, Object... arrays) {
        return Long.parseLong(ask(sql, arrays).get(0));
    }

    void change(String... statements) {
        server.run(database, statements);
    }

    Connection connect() throws SQLException {
        return server.connect(database);
    }
}
