package dev.afterflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** The short form of two nodes behind one address: a second node joins the one all room tests use; it runs no jobs and sends nothing. */
@RoomTest
class SecondNodeRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    Environment settings;

    @Test
    void aSessionIsGoodOnBothAndEachHearsWhatHappensOnTheOther() {
        try (Node second = second().start().awaitReady()) {
            Visitor lin = Visitor.as("lin", port);
            String session = lin.cookie("sid").orElseThrow();
            try (Ear here = Ear.at(port, session, null); Ear there = Ear.at(second.port(), session, null)) {
                there.until("id:");
                here.until("id:");
                String openedHere = open(lin);
                there.untilEvent("case", openedHere);
                String openedThere = open(Visitor.as("lin", second.port()));
                here.untilEvent("case", openedThere);
                try (Ear moved = Ear.at(second.port(), session, here.lastId())) {
                    assertThat(moved.until("event:reset")).anyMatch(line -> line.startsWith("id:"));
                }
            }
        }
    }

    private static String open(Visitor lin) {
        Visitor.Answer opened = lin.send("POST", "/api/cases", "{\"shop\":\"lanting\",\"kind\":\"QUESTION\",\"reasonText\":\"保修多久？\"}",
                "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return opened.json().get("number").asString();
    }

    private Node second() {
        String url = settings.getRequiredProperty("spring.datasource.url");
        Proxy network = new Proxy(Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1")));
        Map<String, String> own = new TreeMap<>(Map.of("afterflow.dispatch.frozen", "true", "camunda.bpm.job-execution.enabled", "false",
                "afterflow.engine.deploy", "false",
                "spring.datasource.url", url.replaceAll(":\\d+/", ":" + network.port() + "/")));
        for (String same : List.of("spring.datasource.username", "spring.datasource.password", "spring.flyway.user", "spring.flyway.password",
                "afterflow.data", "afterflow.sandbox.key", "afterflow.security.logins-per-minute",
                "afterflow.security.stranger-requests-per-second", "afterflow.security.requests-per-second",
                "afterflow.security.machine-requests-per-second")) {
            own.put(same, settings.getRequiredProperty(same));
        }
        return new Node("second", Path.of("target", "second-node", "run-" + ProcessHandle.current().pid()).toAbsolutePath(), network, Ports.free(), own);
    }
}
