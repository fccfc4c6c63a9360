package dev.afterflow.connections;

import dev.afterflow.security.Problem;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Which addresses a person may name as a partner's: https on its usual ports and only hosts of the open internet, looked at when
 * it is saved and again before each call; {@link Outbound} connects to what was looked at. An operator may name inner
 * hosts ({@code afterflow.connections.inner-hosts}); the demo also speaks to its own machine.
 */
@Component
public class Addresses {

    private static final Set<Integer> WEB_PORTS = Set.of(-1, 443, 8443);
    private static final Set<Integer> MAIL_PORTS = Set.of(25, 465, 587, 2525);

    private final boolean demo;
    private final List<String> inner;

    Addresses(@Value("${afterflow.mode}") String mode, @Value("${afterflow.connections.inner-hosts:}") List<String> inner) {
        this.demo = mode.equals("demo");
        this.inner = List.copyOf(inner);
    }

    /** The address, if it may be called; {@link Problem} 422 naming the field otherwise. */
    public URI web(String field, String written) {
        URI address = read(field, written);
        boolean ours = trusted(address.getHost());
        boolean shape = address.getUserInfo() == null && address.getFragment() == null
                && ("https".equals(address.getScheme()) && (ours || WEB_PORTS.contains(address.getPort())) || ours && "http".equals(address.getScheme()));
        if (!shape) {
            throw refused(field, "https", "地址须为 https，端口 443 或 8443，不含用户名", "The address must be https on port 443 or 8443, without a user name");
        }
        demandOpen(field, address.getHost());
        return address;
    }

    /** Throws {@link Problem} 422 unless mail may be handed over there. */
    public void mail(String field, String host, int port) {
        boolean named = host.matches("[a-zA-Z0-9.-]{1,253}");
        if (!named || !trusted(host) && !MAIL_PORTS.contains(port)) {
            throw refused(field, "mailHost", "邮件服务器须为主机名，端口 25、465、587 或 2525", "A mail server is a host name and port 25, 465, 587 or 2525");
        }
        demandOpen(field, host);
    }

    /**
     * The mail server of a shop's own account: fields {@code host}, {@code port}, {@code encryption} (tls, starttls, none), {@code user},
     * {@code password}; {@link Problem} 422 unless mail may be handed over there.
     */
    public JavaMailSenderImpl mailServer(Account own) {
        return SmtpServer.of(own, this);
    }

    private static URI read(String field, String written) {
        try {
            URI address = new URI(written);
            if (address.getHost() != null && written.length() <= 500) {
                return address;
            }
        } catch (java.net.URISyntaxException unreadable) {
            // told below
        }
        throw refused(field, "address", "请填写完整的网址", "Give a whole web address");
    }

    private boolean trusted(String host) {
        return inner.contains(host) || demo && (host.equals("localhost") || host.equals("127.0.0.1"));
    }

    /** The addresses a call may connect to, looked up once: whoever connects to these and no others cannot be led astray by a second look-up. */
    InetAddress[] open(String host) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        if (!trusted(host) && Arrays.stream(all).anyMatch(Addresses::closed)) {
            throw new UnknownHostException("leads into an inner network");
        }
        return all;
    }

    /** A name that resolves to nothing is refused as one that resolves to us. */
    private void demandOpen(String field, String host) {
        if (trusted(host)) {
            return;
        }
        try {
            if (Arrays.stream(InetAddress.getAllByName(host)).noneMatch(Addresses::closed)) {
                return;
            }
        } catch (UnknownHostException nowhere) {
            // told below
        }
        throw refused(field, "innerAddress", "该地址无法解析或指向内部网络", "The address is unknown or leads into an inner network");
    }

    static boolean closed(InetAddress address) {
        byte[] bits = address.getAddress();
        int first = bits[0] & 0xff;
        int second = bits[1] & 0xff;
        boolean local = address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress();
        boolean odd4 = address instanceof Inet4Address && (first == 0 || first >= 224 || first == 100 && (second & 0xc0) == 64
                || first == 198 && (second & 0xfe) == 18 || first == 192 && second == 0);
        boolean odd6 = !(address instanceof Inet4Address) && ((first & 0xfe) == 0xfc || first == 0 || first == 0x20 && second == 0x02
                || first == 0 && second == 0x64);
        return local || odd4 || odd6;
    }

    private static Problem refused(String field, String rule, String zh, String en) {
        return Problem.invalid(field, rule, zh, en);
    }
}
