package dev.afterflow.tasks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what all nodes tell, over one connection of its own; connects again when it breaks, and then says so, since notes
 * may have been missed.
 */
class LiveListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveListener.class);
    private static final Duration ASK = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final String url;
    private final Properties login = new Properties();
    private final Consumer<String> heard;
    private final Runnable connected;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "live-listener");
    private volatile Connection connection;
    private boolean told;

    /**
     * @param heard     gets each note as JSON
     * @param connected called whenever listening has begun, at first and again
     */
    LiveListener(String url, String user, String password, Consumer<String> heard, Runnable connected) {
        this.url = url;
        this.heard = heard;
        this.connected = connected;
        login.put("user", user);
        login.put("password", password);
        login.put("ApplicationName", "afterflow-live");
        login.put("tcpKeepAlive", "true");
        login.put("connectTimeout", "3");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (closed.getCount() > 0) {
            try {
                listen();
            } catch (SQLException e) {
                if (closed.getCount() > 0 && !told) {
                    LOG.warn("Live updates are interrupted, connecting again: {}", e.getMessage());
                }
                told = true;
            }
            awaitRetry();
        }
    }

    private void listen() throws SQLException {
        try (Connection opened = DriverManager.getConnection(url, login); Statement statement = opened.createStatement()) {
            connection = opened;
            statement.execute("listen afterflow_live");
            told = false;
            connected.run();
            while (closed.getCount() > 0) {
                hear(opened.unwrap(PGConnection.class).getNotifications((int) ASK.toMillis()));
                statement.execute("select 1");
            }
        }
    }

    private void hear(PGNotification[] notes) {
        for (PGNotification note : notes == null ? new PGNotification[0] : notes) {
            heard.accept(note.getParameter());
        }
    }

    private void awaitRetry() {
        try {
            closed.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        Connection open = connection;
        try {
            if (open != null) {
                open.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debug("The live connection was gone already: {}", e.getMessage());
        }
    }
}
