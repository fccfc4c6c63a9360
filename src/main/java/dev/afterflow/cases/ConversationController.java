package dev.afterflow.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Buyers who wait for an answer, at the browser's door. */
@RestController
@RequestMapping("/api/conversations")
@Tag(name = "Messages")
class ConversationController {

    private final Talks talks;

    ConversationController(Talks talks) {
        this.talks = talks;
    }

    /** Why no answer is needed. */
    record Settled(String note) {
    }

    @GetMapping
    @PreAuthorize(CaseController.OPENERS)
    @Operation(summary = "待回复的买家 / Buyers without an answer, the nearest deadline first; overdue=true for broken promises only")
    Talks.Waiting waiting(@RequestParam(defaultValue = "false") boolean overdue, @RequestParam(defaultValue = "50") int limit) {
        return talks.waiting(overdue, limit);
    }

    @PostMapping("/{number}/settled")
    @PreAuthorize(CaseController.OPENERS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "无需回复 / Says that the buyer of a case needs no answer here, and why")
    void settled(@PathVariable String number, @RequestBody Settled settled) {
        talks.settled(number, settled.note());
    }
}
