package dev.afterflow.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The played warehouse takes nothing that is not signed, fresh and whole. */
@RoomTest
class WarehouseDoorRoomTest {

    private static final String PATH = "/sandbox/warehouse/returns/FORGED-R1";
    private static final String BODY = "{\"returnNo\":\"FORGED-R1\"}";

    @LocalServerPort
    int port;

    private int put(String time, String signature, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + PATH)).header("Warehouse-Client", "yard")
                .header("Content-Type", "application/json").header("Warehouse-Time", time).PUT(HttpRequest.BodyPublishers.ofString(body));
        if (signature != null) {
            request.header("Warehouse-Signature", signature);
        }
        return Visitor.stranger(port).send(request.build()).status();
    }

    @Test
    void aWrongMissingOrStaleSignatureIsRefusedAndARightOneTaken() {
        String now = String.valueOf(Instant.now().getEpochSecond());
        String stale = String.valueOf(Instant.now().getEpochSecond() - 3_600);
        WarehouseSignature ours = new WarehouseSignature("warehouse-demo-secret");
        String right = ours.over("PUT", PATH, now, BODY.getBytes());

        assertThat(put(now, null, BODY)).isEqualTo(401);
        assertThat(put(now, "v1=AAAA", BODY)).isEqualTo(401);
        assertThat(put(now, right, BODY + " ")).isEqualTo(401);
        assertThat(put(stale, ours.over("PUT", PATH, stale, BODY.getBytes()), BODY)).isEqualTo(401);
        assertThat(put(now, new WarehouseSignature("guessed").over("PUT", PATH, now, BODY.getBytes()), BODY)).isEqualTo(401);
        assertThat(put(now, right, BODY)).isEqualTo(200);
    }
}
