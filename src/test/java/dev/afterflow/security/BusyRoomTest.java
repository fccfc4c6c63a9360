package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import dev.afterflow.database.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

/** What will be over in a moment is told as such: 503 with a time to come again, 409 when somebody else is at it. */
@RoomTest
class BusyRoomTest {

    @Autowired
    BusyHouse house;
    @Value("${spring.datasource.url}")
    String url;
    @LocalServerPort
    int port;

    @Test
    void aFullPoolBeforeAnyControllerIsAnswered503WithATimeToComeAgain() throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();

        house.doFilter(new MockHttpServletRequest("GET", "/api/cases"), answer, (request, response) -> {
            throw new CannotCreateTransactionException("no connection", new SQLTransientConnectionException("timed out"));
        });

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("3");
        assertThat(answer.getContentAsString()).contains("server.busy");
    }

    @Test
    void anotherFailureGoesOn() {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        assertThatThrownBy(() -> house.doFilter(new MockHttpServletRequest("GET", "/api/cases"), answer,
                (request, response) -> {
                    throw new IOException("gone");
                })).isInstanceOf(IOException.class);
    }

    @Test
    void whoWaitsTooLongForALockIsToldOfTheCollision() throws SQLException {
        Visitor admin = Visitor.as("admin", port);
        try (Connection rival = TestDatabase.superuser(url).getConnection(); Statement lock = rival.createStatement()) {
            rival.setAutoCommit(false);
            lock.execute("lock table dispatch.freeze in access exclusive mode");

            Visitor.Answer answer = admin.get("/api/dispatch/freeze");

            rival.rollback();
            assertThat(answer.status()).as(answer.body()).isEqualTo(409);
            assertThat(answer.body()).contains("request.collision");
        }
        assertThat(admin.get("/api/dispatch/freeze").status()).isEqualTo(200);
    }
}
