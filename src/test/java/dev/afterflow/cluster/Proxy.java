package dev.afterflow.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A stretch of network on the loopback: passes bytes on, holds them like a black hole, or resets every connection. */
public final class Proxy implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private boolean held;

    public Proxy(int target) {
        this.target = target;
        try {
            this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::listen, "proxy-" + port() + "-to-" + target);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** From now on nothing passes, and nobody is told: no reset, no end of stream. */
    public synchronized void hold() {
        held = true;
    }

    /** What was held passes now. */
    public synchronized void release() {
        held = false;
        notifyAll();
    }

    /** Resets every connection; new ones are welcome. */
    public void cut() {
        open.forEach(Proxy::reset);
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                daemon(() -> join(near), "proxy-join");
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket near) {
        open.add(near);
        Socket far = new Socket();
        try {
            awaitOpen();
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2_000);
            open.add(far);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            daemon(() -> pass(far, near), "proxy-back");
            pass(near, far);
        } catch (IOException nobodyThere) {
            reset(near);
            reset(far);
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] bytes = new byte[16 * 1024];
        try {
            for (int count = from.getInputStream().read(bytes); count >= 0; count = from.getInputStream().read(bytes)) {
                awaitOpen();
                to.getOutputStream().write(bytes, 0, count);
            }
            awaitOpen();
            to.shutdownOutput();
        } catch (IOException broken) {
            reset(from);
            reset(to);
        } finally {
            forget(from, to);
        }
    }

    private void forget(Socket from, Socket to) {
        if (from.isClosed() || to.isClosed() || from.isOutputShutdown() && to.isOutputShutdown()) {
            quietly(from);
            quietly(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private synchronized void awaitOpen() throws IOException {
        try {
            while (held) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            return;
        } finally {
            quietly(socket);
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            socket.isClosed();
        }
    }

    private static void daemon(Runnable work, String name) {
        Thread thread = new Thread(null, work, name, 128 * 1024);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        release();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
