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
            "afterflow.proxies=10.0.0.5"})
    void withACertificateOrANamedProxyAnyAddressIsFine(String setting) {
        assertThatCode(() -> StartChecks.demandTls(settings("server.address=0.0.0.0", setting))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"native", "FRAMEWORK"})
    void forwardedHeadersFromAnybodyAreRefusedOnAnyAddress(String strategy) {
        assertThatThrownBy(() -> StartChecks.demandNamedProxies(settings("server.address=127.0.0.1", "server.forward-headers-strategy=" + strategy)))
                .isInstanceOf(StartRefused.class).hasMessageContaining("from anybody").hasMessageNotContaining("\n");
    }

    @Test
    void aNamedProxyIsBelievedAndNobodyElse() {
        MockEnvironment named = settings("server.address=0.0.0.0", "afterflow.mode=demo", "afterflow.proxies=10.0.0.5,10.0.1.0/28");
        check(named);

        assertThat(named.getProperty("server.forward-headers-strategy")).isEqualTo("native");
        assertThat(named.getProperty("server.tomcat.remoteip.internal-proxies")).isEqualTo("10.0.0.5,10.0.1.0/28");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "10.0.0.5, ::/0"})
    void everyAddressThereIsIsNoName(String proxies) {
        assertThatThrownBy(() -> StartChecks.demandNamedProxies(settings("afterflow.proxies=" + proxies, "server.forward-headers-strategy=native")))
                .hasMessageContaining("every address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring.datasource.password=afterflow-demo", "spring.datasource.password=", "spring.flyway.password=postgres"})
    void productionTakesNoPasswordEverybodyKnows(String setting) {
        MockEnvironment settings = production();
        String[] parts = setting.split("=", 2);
        settings.setProperty(parts[0], parts[1]);
        assertThatThrownBy(() -> StartChecks.demandOwnSecrets(settings)).isInstanceOf(StartRefused.class)
                .hasMessage(parts[0] + " is empty or a password everybody knows.");
    }

    @Test
    void productionTakesTwoRolesAndNothingOfTheDemo() {
        assertThatCode(() -> StartChecks.demandOwnSecrets(production())).doesNotThrowAnyException();
        assertThatThrownBy(() -> StartChecks.demandOwnSecrets(production().withProperty("spring.flyway.user", "app")))
                .hasMessageContaining("One database role");
        assertThatThrownBy(() -> StartChecks.demandOwnSecrets(production().withProperty("afterflow.sandbox.key", "afk_x")))
                .hasMessage("afterflow.sandbox.key belongs to the demo and is set.");
    }

    private static MockEnvironment production() {
        return settings("afterflow.mode=production", "spring.datasource.url=jdbc:postgresql://db/afterflow", "spring.datasource.username=app",
                "spring.datasource.password=Xk2-lonely-otter", "spring.flyway.user=owner", "spring.flyway.password=Yk3-quiet-heron");
    }

    private static MockEnvironment settings(String... pairs) {
        MockEnvironment settings = new MockEnvironment();
        for (String pair : pairs) {
            settings.setProperty(pair.split("=", 2)[0], pair.split("=", 2)[1]);
        }
        return settings;
    }

    private static void check(MockEnvironment settings) {
        StartChecks checks = new StartChecks();
        checks.setEnvironment(settings);
        checks.postProcessBeanFactory(new DefaultListableBeanFactory());
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
        MockEnvironment settings = settings("server.address=127.0.0.1", "afterflow.mode=" + mode);
        check(settings);
        return settings.getProperty("afterflow.sandbox.key");
    }
}
