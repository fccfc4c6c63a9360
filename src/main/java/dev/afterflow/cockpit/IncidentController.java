package dev.afterflow.cockpit;

import dev.afterflow.security.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What stopped, by cause, and trying it again. */
@RestController
@RequestMapping("/api/cockpit")
@PreAuthorize(IncidentController.READERS)
@Tag(name = "cockpit")
class IncidentController {

    static final String READERS = "hasAnyRole('LEAD', 'SUPERVISOR', 'OWNER', 'MANAGER', 'DIRECTOR', 'ADMIN')";
    static final String ACTORS = "hasAnyRole('LEAD', 'SUPERVISOR', 'MANAGER', 'DIRECTOR', 'ADMIN')";

    private final Scope.Reading scopes;
    private final Incidents incidents;
    private final Retries retries;
    private final Tables tables;

    IncidentController(Scope.Reading scopes, Incidents incidents, Retries retries, Tables tables) {
        this.scopes = scopes;
        this.incidents = incidents;
        this.retries = retries;
        this.tables = tables;
    }

    /**
     * A wish to try again.
     *
     * @param refs which of the group; all for none
     * @param lookedAt that refund states were seen first
     */
    record Wish(String group, List<String> refs, Boolean lookedAt) {
    }

    @GetMapping("/incidents")
    @Operation(summary = "异常，按原因归类 / What stopped, by cause")
    List<Incidents.Shown> groups(Scope.Asked asked) {
        return incidents.groups(scopes.of(asked));
    }

    @GetMapping("/incidents/{key}/failures")
    @Operation(summary = "同一原因的工单 / What stopped for this cause; refunds with ledger and provider's answers")
    Cursor.Page<Incidents.Failure> failures(@PathVariable String key, Scope.Asked asked, @RequestParam(required = false) String after,
            @RequestParam(required = false) Integer limit) {
        return incidents.failures(scopes.of(asked), key, after, limit);
    }

    @GetMapping("/incidents/{key}/trace")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "错误堆栈 / The stack trace of one failure")
    Map<String, String> trace(@PathVariable String key, @RequestParam(required = false) String ref, Scope.Asked asked) {
        return Map.of("trace", incidents.trace(scopes.of(asked), key, ref));
    }

    @GetMapping("/incidents.csv")
    @Operation(summary = "导出异常 / What stopped, as a table")
    ResponseEntity<byte[]> table(Scope.Asked asked, Locale locale) {
        return tables.incidents(incidents.groups(scopes.of(asked)), locale);
    }

    @PostMapping("/retries")
    @PreAuthorize(ACTORS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "重试 / Tries one, some or all of a group again, in the background",
        description = "More than a hundred refunds in a day wait (`ASKED`) until a second person asks for the same group.")
    Retries.Shown retry(@RequestBody Wish wish, Scope.Asked asked) {
        return retries.ask(scopes.of(asked), group(wish), wish.refs(), Boolean.TRUE.equals(wish.lookedAt()));
    }

    @PostMapping("/retries/count")
    @PreAuthorize(ACTORS)
    @Operation(summary = "先数一数 / How many would be tried again, and whether a second person is needed; nothing is kept")
    Retries.Count count(@RequestBody Wish wish, Scope.Asked asked) {
        return retries.count(scopes.of(asked), group(wish), wish.refs());
    }

    private static String group(Wish wish) {
        if (wish.group() == null || wish.group().isBlank()) {
            throw Problem.invalid("group", "required", "请说明重试哪一组", "Say which group to try again");
        }
        return wish.group();
    }

    @GetMapping("/retries")
    @PreAuthorize(ACTORS)
    @Operation(summary = "我的重试 / My latest retries")
    List<JdbcRetries.Retry> mine() {
        return retries.mine();
    }

    @GetMapping("/retries/{id}")
    @PreAuthorize(ACTORS)
    @Operation(summary = "重试进度 / How a retry stands, row by row")
    Retries.Shown one(@PathVariable String id, @RequestParam(defaultValue = "0") int after) {
        return retries.of(id, after);
    }
}
