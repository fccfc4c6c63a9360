package dev.afterflow.database;

import java.nio.file.Path;

/** A program that holds a data folder until its input ends, so that a test can kill it or find the folder taken. */
final class ServerHolder {

    static final String READY = "holding";

    private ServerHolder() {
    }

    public static void main(String[] folder) throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(Path.of(folder[0]))) {
            EmbeddedServerTest.remember(server, "written before the kill");
            System.out.println(READY);
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }
}
