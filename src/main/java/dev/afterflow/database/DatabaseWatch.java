package dev.afterflow.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks the database every three seconds for its time, over a connection and a thread of its own, so that nobody has to wait
 * to learn whether it is there and whether its clock and ours agree.
 */
@Component
public class DatabaseWatch implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofSeconds(3);
    /** Two questions that found no answer in their five seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final JdbcConnectionDetails database;
    private final Clock clock;
    private volatile long heardAt = System.nanoTime();
    private volatile Duration skew = Duration.ZERO;
    private volatile CountDownLatch closed;
    private Connection connection;

    DatabaseWatch(JdbcConnectionDetails database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether the database has not answered for ten seconds. */
    public boolean away() {
        return System.nanoTime() - heardAt > SILENCE.toNanos();
    }

    /** How far the database's clock is ahead of ours. */
    public Duration skew() {
        return skew;
    }

    /** Whether the clocks are more than five seconds apart, which locks by time do not survive. */
    public boolean skewed() {
        return skew.abs().compareTo(ServerChecks.LARGEST_SKEW) > 0;
    }

    private void run(CountDownLatch end) {
        while (end.getCount() > 0) {
            try {
                ask();
            } catch (SQLException away) {
                hangUp();
            }
            pause(end);
        }
        hangUp();
    }

    private void ask() throws SQLException {
        if (connection == null) {
            connection = DriverManager.getConnection(database.getJdbcUrl(), login());
        }
        Instant before = clock.instant();
        try (PreparedStatement ask = connection.prepareStatement("select clock_timestamp()"); ResultSet row = ask.executeQuery()) {
            row.next();
            Duration took = Duration.between(before, clock.instant());
            heardAt = System.nanoTime();
            if (took.compareTo(SLOW) < 0) {
                skew = Duration.between(before.plus(took.dividedBy(2)), row.getTimestamp(1).toInstant());
            }
        }
    }

    private Properties login() {
        Properties login = new Properties();
        login.put("user", database.getUsername());
        login.put("password", database.getPassword());
        login.put("ApplicationName", "afterflow-watch");
        login.put("connectTimeout", "3");
        login.put("loginTimeout", "5");
        login.put("socketTimeout", "5");
        return login;
    }

    private void hangUp() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException gone) {
            // it was broken already
        } finally {
            connection = null;
        }
    }

    private static void pause(CountDownLatch end) {
        try {
            end.await(EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end.countDown();
        }
    }

    @Override
    public void start() {
        CountDownLatch end = new CountDownLatch(1);
        closed = end;
        heardAt = System.nanoTime();
        Thread thread = new Thread(() -> run(end), "database-watch");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        closed.countDown();
        closed = null;
    }

    @Override
    public boolean isRunning() {
        return closed != null;
    }
}
