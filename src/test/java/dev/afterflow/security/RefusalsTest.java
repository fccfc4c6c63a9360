package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.TransactionSystemException;

class RefusalsTest {

    private final Refusals refusals = new Refusals(null);
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/cases/LT1");

    @BeforeEach
    void aRequestWithANumber() {
        MDC.put(Trace.ID, "00ff");
    }

    @AfterEach
    void over() {
        MDC.remove(Trace.ID);
    }

    @Test
    void ourAccidentIsANumberAndNothingElse() {
        ResponseEntity<Object> answer = refusals.accident(new IllegalStateException("select secret from password"), request);

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(body(answer).getProperties()).isEqualTo(Map.of("code", "server.accident", "traceId", "00ff"));
        assertThat(body(answer).toString()).doesNotContain("secret", "IllegalState");
    }

    @Test
    void aRefusalWrappedOnItsWayIsStillTheRefusal() {
        Problem refused = Problem.conflict("tasks.taken", "已被领取", "Taken");
        ResponseEntity<Object> answer = refusals.accident(new RuntimeException(new RuntimeException(refused)), request);

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(body(answer).getDetail()).isEqualTo("已被领取");
        assertThat(body(answer).getInstance()).hasToString("/api/cases/LT1");
    }

    @Test
    void aRowBeyondTheFenceIsAShopThatIsNotThere() {
        SQLException refused = new SQLException("new row violates row-level security policy for table \"x\"", "42501");
        SQLException other = new SQLException("permission denied for table x", "42501");

        assertThat(refusals.accident(new UncategorizedSQLException("t", "s", refused), request).getStatusCode().value()).isEqualTo(404);
        assertThat(refusals.accident(new UncategorizedSQLException("t", "s", other), request).getStatusCode().value()).isEqualTo(500);
    }

    @Test
    void aCollisionIsAConflictAndAnEmptyPoolABusySign() {
        assertThat(refusals.accident(new CannotAcquireLockException("row"), request).getStatusCode().value()).isEqualTo(409);
        ResponseEntity<Object> busy = refusals.accident(new CannotGetJdbcConnectionException("none"), request);

        assertThat(busy.getStatusCode().value()).isEqualTo(503);
        assertThat(busy.getHeaders().getFirst("Retry-After")).isEqualTo("3");
    }

    @Test
    void severalFaultsAreToldAtOnceTheFirstAlsoPlainly() {
        Problem problem = Problem.invalid(new Problem.Fault("amount", "max", "不得超过实付", "At most what was paid"),
                new Problem.Fault("lines[0].quantity", "min", "至少 1 件", "At least 1"));

        assertThat(problem.getStatusCode().value()).isEqualTo(422);
        assertThat(problem.getBody().getProperties()).containsEntry("field", "amount").containsEntry("rule", "max")
                .containsEntry("remedy", "不得超过实付");
        assertThat(problem.getBody().getProperties().get("errors")).asList().hasSize(2);
        assertThat(problem.getBody().getDetail()).isEqualTo("amount: 不得超过实付; lines[0].quantity: 至少 1 件");
    }

    private static ProblemDetail body(ResponseEntity<Object> answer) {
        return (ProblemDetail) answer.getBody();
    }
}
