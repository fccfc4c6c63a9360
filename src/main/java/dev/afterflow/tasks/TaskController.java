package dev.afterflow.tasks;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The desk over HTTP: lists, one task, and what a person does with it. */
@RestController
@Tag(name = "tasks")
class TaskController {

    private static final int LONGEST_PAGE = 200;

    private final Queues queues;
    private final Desk desk;
    private final Submissions submissions;
    private final Duration undo;

    TaskController(Queues queues, Desk desk, Submissions submissions,
            @Value("${afterflow.tasks.undo-seconds:0}") long undoSeconds) {
        this.queues = queues;
        this.desk = desk;
        this.submissions = submissions;
        this.undo = Duration.ofSeconds(undoSeconds);
    }

    /** A page of open work; with {@code case} the open tasks of that case, whoever works them. */
    @GetMapping("/api/tasks")
    @Operation(summary = "任务列表 / Open tasks", description = "Narrow by kind, task, team, shop, priority (at least), assignee "
            + "(me, none or a person's number), state (free, taken), overdue, escalated, least and most (minor units) with currency, tag.")
    @PreAuthorize("hasRole('PERSON')")
    Queues.Page list(@RequestParam(defaultValue = "team") String view, @RequestParam(defaultValue = "due") String sort,
            @RequestParam(required = false) String after, @RequestParam(defaultValue = "50") int limit,
            @RequestParam Map<String, String> told, @RequestParam(name = "case", required = false) String caseNumber) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.malformed("limit", "range", "每页 1 到 200 条", "Ask for 1 to 200 a page");
        }
        return caseNumber != null ? new Queues.Page(desk.ofCase(caseNumber), null)
                : queues.page(View.of(view), Sort.of(sort), Filter.of(told, Who.current().id()), after, limit);
    }

    @GetMapping("/api/tasks/counts")
    @Operation(summary = "各队列数量 / Lengths of the queues")
    @PreAuthorize("hasRole('PERSON')")
    Map<String, Queues.Count> counts() {
        return queues.counts();
    }

    @GetMapping("/api/tasks/{id}")
    @Operation(summary = "打开任务 / One task with its form")
    @PreAuthorize("hasRole('PERSON')")
    Desk.Opened open(@PathVariable String id) {
        return desk.open(id);
    }

    @PostMapping("/api/tasks/{id}/claim")
    @Operation(summary = "领取 / Claim")
    @PreAuthorize("hasRole('PERSON')")
    WorkItem claim(@PathVariable String id, @RequestBody JsonNode body) {
        return desk.claim(id, Body.of(body, "revision").revision());
    }

    @PostMapping("/api/tasks/{id}/release")
    @Operation(summary = "退回 / Put back")
    @PreAuthorize("hasRole('PERSON')")
    WorkItem release(@PathVariable String id, @RequestBody JsonNode body) {
        return desk.release(id, Body.of(body, "revision").revision());
    }

    @PutMapping("/api/tasks/{id}/draft")
    @Operation(summary = "保存草稿 / Keep a draft")
    @PreAuthorize("hasRole('PERSON')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void draft(@PathVariable String id, @RequestBody JsonNode body) {
        desk.draft(id, Body.of(body, "data").data());
    }

    /** 200 when it has taken effect, 202 while it can be undone. */
    @PostMapping("/api/tasks/{id}/complete")
    @Operation(summary = "提交 / Submit")
    @PreAuthorize("hasRole('PERSON')")
    ResponseEntity<Map<String, Object>> complete(@PathVariable String id, @RequestBody JsonNode body) {
        Body given = Body.of(body, "revision", "data");
        Submissions.Taken taken = submissions.complete(id, given.revision(), Plain.object(given.data()), undo);
        return taken.done() ? ResponseEntity.ok(Map.of("done", true, "case", taken.caseNumber()))
                : ResponseEntity.accepted().body(Map.of("decision", Map.of("id", taken.decision(),
                        "commitsAt", taken.commitsAt(), "undoSeconds", undo.toSeconds())));
    }

    /** The flow moved the task in the same moment, as a timer may. */
    @ExceptionHandler({OptimisticLockingException.class, ConcurrencyFailureException.class})
    ProblemDetail overtaken() {
        return Refusals.overtaken().getBody();
    }

    @DeleteMapping("/api/decisions/{id}")
    @Operation(summary = "撤销提交 / Undo a submission")
    @PreAuthorize("hasRole('PERSON')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable long id) {
        submissions.undo(id);
    }
}
