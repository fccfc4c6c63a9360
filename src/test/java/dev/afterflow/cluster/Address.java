package dev.afterflow.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One address before several nodes: each new connection goes to the next node that takes it. */
public final class Address implements AutoCloseable {

    private final ServerSocket door;
    private final List<Node> nodes;
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<String, AtomicInteger> served = new ConcurrentHashMap<>();

    public Address(List<Node> nodes) {
        this.nodes = nodes;
        try {
            this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::listen);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** How many connections this node took. */
    public int served(Node node) {
        return served.computeIfAbsent(node.name(), name -> new AtomicInteger()).get();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                daemon(() -> join(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket near) {
        for (int tries = 0; tries < nodes.size(); tries++) {
            Node node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
            Socket far = new Socket();
            try {
                far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), node.port()), 1_000);
            } catch (IOException notThere) {
                quietly(far);
                continue;
            }
            served.computeIfAbsent(node.name(), name -> new AtomicInteger()).incrementAndGet();
            daemon(() -> pass(far, near));
            pass(near, far);
            return;
        }
        quietly(near);
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // the other direction ends with it
        } finally {
            quietly(from);
            quietly(to);
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            socket.isClosed();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(null, work, "address", 128 * 1024);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
