package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RoomTest
class ApiBookRoomTest {

    @LocalServerPort
    int port;

    JsonNode book;

    @BeforeEach
    void open() {
        book = Visitor.stranger(port).get("/v3/api-docs").json();
    }

    @Test
    void theBookIsOpenApi31AndNamesTheDoors() {
        assertThat(book.get("openapi").asString()).startsWith("3.1");
        assertThat(book.at("/components/securitySchemes/key/scheme").asString()).isEqualTo("bearer");
        assertThat(book.at("/components/securitySchemes/session/name").asString()).isEqualTo("sid");
    }

    @Test
    void machinesBringAKeyPeopleASessionAndUnsafeCallsTheToken() {
        assertThat(door("/api/intake/orders", "post").toString()).isEqualTo("[{\"key\":[]}]");
        assertThat(door("/api/people", "get").toString()).isEqualTo("[{\"session\":[]}]");
        assertThat(door("/api/people", "post").has(0)).isTrue();
        assertThat(door("/api/people", "post").get(0).has("csrf")).isTrue();
        assertThat(door("/api/session/demo", "get").toString()).isEqualTo("[]");
    }

    private JsonNode door(String path, String method) {
        return book.get("paths").get(path).get(method).get("security");
    }
}
