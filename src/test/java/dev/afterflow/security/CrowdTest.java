package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

class CrowdTest {

    private static final Who SOMEBODY = new Who(1, "a", "a", Set.of(Role.AGENT), Set.of(), Set.of(), "zh-CN", Who.Kind.PERSON);

    private final Crowd crowd = new Crowd(new Answers(JsonMapper.shared()), new Settings(false, 20, 50, 20, 200),
            Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC));
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/session");

    @Test
    void theFiftyFirstRequestOfAStrangerInASecondIsSentAwayAndPeopleBehindTheSameAddressAreNot() {
        times(50);

        assertThatThrownBy(() -> crowd.admit(request)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo("request.tooMany"));
        assertThatCode(() -> SOMEBODY.acting(() -> crowd.admit(request))).doesNotThrowAnyException();
    }

    @Test
    void anOfficeBehindOneAddressOpensTheWebAppAllAtOnce() {
        assertThatCode(() -> {
            for (int file = 0; file < 2_000; file++) {
                crowd.admit(new MockHttpServletRequest("GET", "/assets/part-" + file + ".js"));
            }
        }).doesNotThrowAnyException();
    }

    @Test
    void aPersonMakesAHundredRequestsInFiveSecondsAndNoMore() {
        SOMEBODY.acting(() -> {
            times(100);
            assertThatThrownBy(() -> crowd.admit(request)).isInstanceOf(Problem.class);
            return null;
        });
    }

    @Test
    void aMachineSendsTwoHundredASecondOfEachKind() {
        Who machine = new Who(1, "key-1", "ERP", Set.of(), Set.of(), Set.of(), "zh-CN", Who.Kind.KEY);
        machine.acting(() -> {
            times(200);
            assertThatThrownBy(() -> crowd.admit(request)).isInstanceOf(Problem.class);
            assertThatCode(() -> crowd.admit(new MockHttpServletRequest("POST", "/api/intake/stock"))).doesNotThrowAnyException();
            return null;
        });
    }

    @ParameterizedTest
    @CsvSource({"/api/keys, 1048576", "/api/intake/orders, 33554432", "/api/imports, 536870912", "/api/imports/preview, 536870912",
            "/api/cases/LT1/evidence, 105906176", "/api/cases/LT1/remarks, 1048576", "/api/notices/payments/x/y, 262144"})
    void eachPathHasItsLimit(String path, long bytes) {
        assertThat(BodyLimit.limit(path)).isEqualTo(bytes);
    }

    private void times(int count) {
        for (int n = 0; n < count; n++) {
            crowd.admit(request);
        }
    }
}
