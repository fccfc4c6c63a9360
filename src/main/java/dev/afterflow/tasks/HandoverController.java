package dev.afterflow.tasks;

import dev.afterflow.security.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Handing a task over and putting it aside, over HTTP. */
@RestController
@RequestMapping("/api/tasks/{id}")
@Tag(name = "tasks")
class HandoverController {

    private final Handover handover;
    private final Snoozing snoozing;

    HandoverController(Handover handover, Snoozing snoozing) {
        this.handover = handover;
        this.snoozing = snoozing;
    }

    @GetMapping("/receivers")
    @Operation(summary = "可转交给谁 / To whom the task may be handed")
    @PreAuthorize("hasRole('PERSON')")
    Receivers.Offered receivers(@PathVariable String id) {
        return handover.offered(id);
    }

    @PostMapping("/transfer")
    @Operation(summary = "转交 / Hand over to a person or a team, with a reason")
    @PreAuthorize("hasRole('PERSON')")
    WorkItem transfer(@PathVariable String id, @RequestBody JsonNode body) {
        Body given = Body.of(body, "revision", "person", "team", "reason");
        JsonNode person = body.path("person");
        JsonNode team = body.path("team");
        if (person.isIntegralNumber() == team.isString()) {
            throw Problem.malformed("person", "oneOf", "请给出 person 或 team 其中之一", "Give either a person or a team");
        }
        return handover.transfer(id, given.revision(), person.isIntegralNumber() ? person.longValue() : null,
                team.asString(null), body.path("reason").asString(null));
    }

    @DeleteMapping("/transfer")
    @Operation(summary = "撤回转交 / Take a handing over back")
    @PreAuthorize("hasRole('PERSON')")
    WorkItem undo(@PathVariable String id) {
        return handover.undo(id);
    }

    @PostMapping("/snooze")
    @Operation(summary = "挂起 / Put aside until a moment or until the buyer answers")
    @PreAuthorize("hasRole('PERSON')")
    WorkItem snooze(@PathVariable String id, @RequestBody JsonNode body) {
        Body given = Body.of(body, "revision", "until", "onAnswer");
        return snoozing.sleep(id, given.revision(), moment(body.path("until")), body.path("onAnswer").asBoolean(false));
    }

    @DeleteMapping("/snooze")
    @Operation(summary = "取消挂起 / Bring back now")
    @PreAuthorize("hasRole('PERSON')")
    WorkItem wake(@PathVariable String id) {
        return snoozing.wake(id);
    }

    @ExceptionHandler({OptimisticLockingException.class, ConcurrencyFailureException.class})
    ProblemDetail overtaken() {
        return Refusals.overtaken().getBody();
    }

    private static Instant moment(JsonNode written) {
        if (written.isMissingNode() || written.isNull()) {
            return null;
        }
        try {
            return Instant.parse(written.asString(""));
        } catch (DateTimeParseException e) {
            throw Problem.malformed("until", "time", "请使用 UTC 时间，如 2026-11-30T10:00:00Z", "Use a time in UTC such as 2026-11-30T10:00:00Z");
        }
    }
}
