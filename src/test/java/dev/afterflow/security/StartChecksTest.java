package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class StartChecksTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.9.9.9"})
    void plainHttpOnThisMachineIsFine(String address) {
        assertThatCode(() -> StartChecks.demandTls(new MockEnvironment().withProperty("server.address", address)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.5", "::", "no.such.name.invalid"})
    void plainHttpForOthersIsRefusedWithTheWayOut(String address) {
        assertThatThrownBy(() -> StartChecks.demandTls(new MockEnvironment().withProperty("server.address", address)))
                .isInstanceOf(StartRefused.class)
                .hasMessage("Plain HTTP is served on this machine only, and server.address is '" + address + "'.");
    }

    @Test
    void noAddressMeansAllOfThemAndIsRefused() {
        assertThatThrownBy(() -> StartChecks.demandTls(new MockEnvironment())).hasMessageContaining("0.0.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server.ssl.bundle=web", "server.ssl.key-store=a.p12", "server.ssl.certificate=a.pem",
            "server.forward-headers-strategy=native", "server.forward-headers-strategy=FRAMEWORK"})
    void withACertificateOrAProxyAnyAddressIsFine(String setting) {
        String[] parts = setting.split("=");
        MockEnvironment settings = new MockEnvironment().withProperty("server.address", "0.0.0.0").withProperty(parts[0], parts[1]);
        assertThatCode(() -> StartChecks.demandTls(settings)).doesNotThrowAnyException();
    }

    @Test
    void forwardedHeadersNoneIsNoProxy() {
        MockEnvironment settings = new MockEnvironment().withProperty("server.address", "0.0.0.0")
                .withProperty("server.forward-headers-strategy", "none");
        assertThatThrownBy(() -> StartChecks.demandTls(settings)).isInstanceOf(StartRefused.class);
    }

    @Test
    void theRefusalIsTwoLinesAndNoStackTrace() {
        StartRefused refused = new StartRefused("Why.", "Way out.");
        FailureAnalysis analysis = new StartRefused.Analyzer().analyze(refused);

        assertThat(analysis.getDescription()).isEqualTo("Why.");
        assertThat(analysis.getAction()).isEqualTo("Way out.");
    }

    @Test
    void theDemoGetsAFreshKeyForItsSandboxAndProductionGetsNone() {
        assertThat(key("demo")).startsWith("afk_").isNotEqualTo(key("demo"));
        assertThat(key("production")).isNull();
    }

    @Test
    void anyOtherModeIsRefused() {
        assertThatThrownBy(() -> new Mode("test")).isInstanceOf(StartRefused.class);
    }

    private static String key(String mode) {
        MockEnvironment settings = new MockEnvironment().withProperty("server.address", "127.0.0.1")
                .withProperty("afterflow.mode", mode);
        StartChecks checks = new StartChecks();
        checks.setEnvironment(settings);
        checks.postProcessBeanFactory(new DefaultListableBeanFactory());
        return settings.getProperty("afterflow.sandbox.key");
    }
}
