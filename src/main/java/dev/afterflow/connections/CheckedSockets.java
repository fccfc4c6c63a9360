package dev.afterflow.connections;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import javax.net.SocketFactory;

/** Sockets for mail that connect to an address as {@link Addresses} finds it at that moment: a name that was harmless when it was saved may lead inwards now. */
final class CheckedSockets extends SocketFactory {

    private final Addresses addresses;

    CheckedSockets(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress to, int timeout) throws IOException {
                super.connect(checked(to), timeout);
            }

            @Override
            public void connect(SocketAddress to) throws IOException {
                connect(to, 0);
            }
        };
    }

    private SocketAddress checked(SocketAddress to) throws UnknownHostException {
        if (to instanceof InetSocketAddress asked) {
            return new InetSocketAddress(addresses.open(asked.getHostString())[0], asked.getPort());
        }
        throw new UnknownHostException("no address of the internet");
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        Socket socket = createSocket();
        socket.bind(new InetSocketAddress(from, fromPort));
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host.getHostAddress(), port, from, fromPort);
    }
}
