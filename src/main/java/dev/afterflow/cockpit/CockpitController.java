package dev.afterflow.cockpit;

import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What managers look at: the house as a whole, a process and the cases at its steps. */
@RestController
@RequestMapping("/api/cockpit")
@PreAuthorize(CockpitController.READERS)
@Tag(name = "cockpit")
class CockpitController {

    static final String READERS = "hasAnyRole('LEAD', 'SUPERVISOR', 'OWNER', 'MANAGER', 'DIRECTOR')";

    private static final int LONGEST_REASON = 300;

    private final Scope.Reading scopes;
    private final Overview overview;
    private final CodFigures cod;
    private final Needs needs;
    private final Behind behind;
    private final Processes processes;
    private final Tables tables;
    private final Place place;
    private final Audit audit;
    private final TransactionTemplate transaction;

    CockpitController(Scope.Reading scopes, Overview overview, CodFigures cod, Needs needs, Behind behind, Processes processes,
            Tables tables, Place place, Audit audit, TransactionTemplate transaction) {
        this.scopes = scopes;
        this.overview = overview;
        this.cod = cod;
        this.needs = needs;
        this.behind = behind;
        this.processes = processes;
        this.tables = tables;
        this.place = place;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping("/overview")
    @Operation(summary = "总览 / How the house stands and went")
    Overview.Shown overview(Scope.Asked asked) {
        return overview.of(scopes.of(asked));
    }

    @GetMapping("/cod")
    @Operation(summary = "货到付款确认 / How orders paid at the door were confirmed, and why they were refused")
    CodFigures.Shown cod(Scope.Asked asked) {
        return cod.of(scopes.of(asked));
    }

    @GetMapping("/needs")
    @Operation(summary = "现在需要我的 / The cases behind what needs somebody now; which is soon, late, stuck or approvals")
    Cursor.Page<Needs.Need> needs(Scope.Asked asked, @RequestParam(defaultValue = "soon") String which,
            @RequestParam(required = false) String after, @RequestParam(required = false) Integer limit) {
        return needs.page(scopes.of(asked), which, after, limit);
    }

    @GetMapping("/cases")
    @Operation(summary = "数字背后的工单 / The cases behind a figure, the newest first, what is open from the oldest; figure is opened, closed, backlog, "
            + "broken, handled, answered, byItself, reopened or refunds with its currency")
    Cursor.Page<Behind.Found> behind(Scope.Asked asked, @RequestParam String figure, @RequestParam(required = false) String currency,
            @RequestParam(required = false) String after, @RequestParam(required = false) Integer limit) {
        return behind.page(scopes.of(asked), figure, currency, after, limit);
    }

    @GetMapping("/processes")
    @Operation(summary = "流程列表 / Processes, their versions and who waits in them")
    List<Processes.Summary> processes(Scope.Asked asked) {
        return processes.all(scopes.of(asked));
    }

    @GetMapping("/processes/{key}")
    @Operation(summary = "流程热度 / A process with the load of its steps; version is a content hash, all without it")
    Processes.Shown process(@PathVariable String key, Scope.Asked asked, @RequestParam(required = false) String version) {
        return processes.of(scopes.of(asked), key, version);
    }

    @GetMapping("/processes/{key}/steps/{activity}/cases")
    @Operation(summary = "停在某一步的工单 / The cases at a step, the longest first")
    StepCases.Page cases(@PathVariable String key, @PathVariable String activity, Scope.Asked asked,
            @RequestParam(required = false) String version, @RequestParam(required = false) String after,
            @RequestParam(required = false) Integer limit) {
        return processes.cases(scopes.of(asked), key, version, activity, after, limit);
    }

    @GetMapping("/overview.csv")
    @Operation(summary = "导出总览 / The days as a table")
    ResponseEntity<byte[]> overviewTable(Scope.Asked asked, Locale locale) {
        return tables.days(overview.of(scopes.of(asked)), locale);
    }

    @GetMapping("/processes/{key}/steps.csv")
    @Operation(summary = "导出流程热度 / The steps as a table")
    ResponseEntity<byte[]> processTable(@PathVariable String key, Scope.Asked asked, @RequestParam(required = false) String version,
            Locale locale) {
        return tables.steps(processes.of(scopes.of(asked), key, version), locale);
    }

    /** The reader does it at its next look; the screens say that it is under way. */
    @PostMapping("/rebuild")
    @PreAuthorize("hasAnyRole('MANAGER', 'ADMIN')")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "重新统计 / Counts everything anew from the rows there are")
    Map<String, Boolean> rebuild(@RequestBody Why why) {
        if (why.reason() == null || why.reason().isBlank() || why.reason().length() > LONGEST_REASON) {
            throw Problem.invalid("reason", "required", "请填写原因（最多 300 字）", "Give a reason of at most 300 characters");
        }
        transaction.executeWithoutResult(status -> {
            place.demandRebuild();
            audit.record(Audit.HOUSE, "COCKPIT_REBUILT", "cockpit", "counts", Map.of("reason", why.reason().strip()));
        });
        return Map.of("rebuilding", true);
    }

    /** Why the counts are made anew. */
    record Why(String reason) {
    }
}
