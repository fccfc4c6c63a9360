package dev.afterflow.engine;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Sings if anything in a model runs: a class that is called, a file that is touched, a server that is asked. */
public class Canary implements Serializable {

    static final AtomicInteger SONGS = new AtomicInteger();
    static final Path FILE = file();
    static final AtomicInteger VISITS = new AtomicInteger();
    static final String URL = server();

    /** Calls {@link #sing()} from an expression that needs no bean. */
    static final String CALL = "''.getClass().forName('dev.afterflow.engine.Canary').getMethod('sing').invoke(null)";

    public Canary() {
        sing();
    }

    public static String sing() {
        SONGS.incrementAndGet();
        return "PT1H";
    }

    public void setSong(String song) {
        sing();
    }

    public boolean wipe() {
        sing();
        return true;
    }

    static boolean isSilent() {
        return SONGS.get() == 0 && VISITS.get() == 0 && !Files.exists(FILE);
    }

    private static Path file() {
        try {
            return Files.createTempDirectory("canary").resolve("touched");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/", exchange -> {
                VISITS.incrementAndGet();
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
