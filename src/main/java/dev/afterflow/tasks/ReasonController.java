package dev.afterflow.tasks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Why a case went its way, and what comes next, over HTTP. */
@RestController
@RequestMapping("/api/cases/{number}")
@Tag(name = "tasks")
class ReasonController {

    private static final int MOST = 100;

    private final Reasons reasons;
    private final Upcoming upcoming;

    ReasonController(Reasons reasons, Upcoming upcoming) {
        this.reasons = reasons;
        this.upcoming = upcoming;
    }

    @GetMapping("/decisions")
    @Operation(summary = "决策说明 / Which row of which table decided, and why; the newest hundred")
    @PreAuthorize("hasRole('PERSON')")
    List<Reasons.Reason> decisions(@PathVariable String number) {
        return reasons.of(number, MOST);
    }

    @GetMapping("/deadlines")
    @Operation(summary = "接下来的期限 / What is due next and what happens if nobody acts")
    @PreAuthorize("hasRole('PERSON')")
    List<Upcoming.Next> deadlines(@PathVariable String number) {
        return upcoming.of(number);
    }
}
