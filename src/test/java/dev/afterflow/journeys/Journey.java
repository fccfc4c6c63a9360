package dev.afterflow.journeys;

import static org.awaitility.Awaitility.await;

import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A story told by several people, each at a browser of their own; when it breaks, every screen is kept as a picture. */
abstract class Journey {

    @LocalServerPort
    int port;
    @Autowired
    Shops shops;
    @Autowired
    Intake intake;
    @Autowired
    JsonMapper json;
    private final List<Visit> visits = new ArrayList<>();
    private final Map<String, Visitor> people = new HashMap<>();

    @RegisterExtension
    final AfterTestExecutionCallback lastLook = story -> {
        for (int screen = 0; screen < visits.size() && story.getExecutionException().isPresent(); screen++) {
            visits.get(screen).picture("broken-" + story.getRequiredTestMethod().getName() + "-" + screen);
        }
    };

    /** A browser at the door. */
    Visit stranger(int width) {
        Visit visit = new Visit("http://localhost:" + port, width);
        visits.add(visit);
        return visit;
    }

    /** One of the demo's people, signed in by a click on their name and standing at this address. */
    Visit comes(String login, String path) {
        Visit visit = stranger(1440);
        visit.open(path);
        visit.enter(login);
        return visit;
    }

    /** The same person without a browser, for what the story must check behind the screen. */
    Visitor as(String login) {
        return people.computeIfAbsent(login, name -> Visitor.as(name, port));
    }

    /** The number of the only case of an order, once it is there. */
    String caseOf(String order) {
        until("a case of " + order, () -> !cases(order).isEmpty());
        return cases(order).path(0).path("number").asString();
    }

    /** The open task of a case by its name, once it is there. */
    JsonNode taskOf(String caseNumber, String task) {
        until(task + " of " + caseNumber, () -> !found(caseNumber, task).isMissingNode());
        return found(caseNumber, task);
    }

    private JsonNode found(String caseNumber, String task) {
        for (JsonNode item : as("lin").get("/api/tasks?case=" + caseNumber).json().path("items")) {
            if (item.path("task").asString().equals(task)) {
                return item;
            }
        }
        return json.missingNode();
    }

    private JsonNode cases(String order) {
        return as("lin").get("/api/cases?q=" + order).json().path("items");
    }

    static void until(String what, Callable<Boolean> holds) {
        until(what, Duration.ofSeconds(40), holds);
    }

    static void until(String what, Duration longest, Callable<Boolean> holds) {
        await(what).atMost(longest).pollInterval(Duration.ofMillis(200)).until(holds);
    }

    @AfterEach
    void allGoHome() {
        visits.forEach(Visit::close);
        visits.clear();
    }
}
