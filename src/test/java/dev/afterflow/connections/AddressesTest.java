package dev.afterflow.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.security.Problem;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** an address a person brings leads to the open internet or nowhere. */
class AddressesTest {

    private final Addresses production = new Addresses("production", List.of("wms.inner"));
    private final Addresses demo = new Addresses("demo", List.of());

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1/", "https://127.0.0.1/", "https://localhost/", "https://169.254.169.254/latest/meta-data", "https://[::1]/",
        "https://0x7f.1/", "https://2130706433/", "https://10.0.0.1/", "https://192.168.1.1/", "https://172.16.0.1/", "https://100.64.0.1/", "https://0.0.0.0/",
        "https://[fc00::1]/", "https://[fe80::1]/", "https://[::ffff:127.0.0.1]/", "https://224.0.0.1/", "https://198.18.0.1/", "file:///etc/passwd",
        "gopher://203.0.113.7/", "https://user@203.0.113.7/", "https://203.0.113.7:5432/", "http://203.0.113.7/", "https://nobody-has-this-name.invalid/",
        "not an address", "", "https://"})
    void whatLeadsInwardsOrNowhereIsRefused(String address) {
        assertThatThrownBy(() -> production.web("settings.url", address)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.getStatusCode().value()).isEqualTo(422));
    }

    @Test
    void anAddressOfTheOpenInternetIsTaken() {
        assertThat(production.web("url", "https://203.0.113.7/wms").getPath()).isEqualTo("/wms");
        assertThatCode(() -> production.web("url", "https://203.0.113.7:8443/")).doesNotThrowAnyException();
        assertThatCode(() -> production.mail("host", "203.0.113.7", 465)).doesNotThrowAnyException();
    }

    @Test
    void anOperatorMayNameInnerHostsAndNobodyElse() {
        assertThatCode(() -> production.web("url", "https://wms.inner:9443/")).doesNotThrowAnyException();
        assertThatCode(() -> production.web("url", "http://wms.inner/")).doesNotThrowAnyException();
        assertThatThrownBy(() -> demo.web("url", "https://wms.inner/")).isInstanceOf(Problem.class);
    }

    @Test
    void onlyTheDemoSpeaksToItsOwnMachine() {
        assertThatCode(() -> demo.web("url", "http://127.0.0.1:8080/sandbox/warehouse")).doesNotThrowAnyException();
        assertThatThrownBy(() -> demo.web("url", "http://10.0.0.1/")).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:25", "203.0.113.7:22", "10.1.1.1:465", "user@203.0.113.7:25"})
    void mailGoesToMailPortsOfTheOpenInternetOnly(String server) {
        String[] parts = server.split(":");
        assertThatThrownBy(() -> production.mail("host", parts[0], Integer.parseInt(parts[1]))).isInstanceOf(Problem.class);
    }

    @Test
    void innerNetworksAreKnown() throws Exception {
        for (String inner : new String[] {"127.9.9.9", "10.2.3.4", "172.31.0.1", "192.168.0.9", "169.254.1.1", "100.127.0.1", "::1", "fd00::1", "fe80::9",
            "ff02::1", "::", "2002:7f00:1::", "64:ff9b::7f00:1"}) {
            assertThat(Addresses.closed(InetAddress.getByName(inner))).as(inner).isTrue();
        }
        for (String open : new String[] {"203.0.113.7", "8.8.8.8", "2606:4700::1111"}) {
            assertThat(Addresses.closed(InetAddress.getByName(open))).as(open).isFalse();
        }
    }
}
