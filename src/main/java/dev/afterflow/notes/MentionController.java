package dev.afterflow.notes;

import dev.afterflow.notes.Mentions.Mention;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the asker was called on for, at the browser's door. */
@RestController
@RequestMapping("/api/mentions")
@Tag(name = "Notes")
@Transactional
class MentionController {

    private static final int LONGEST_PAGE = 200;
    private static final int COUNTED = 99;

    private final JdbcMentions store;
    private final Clock clock;

    MentionController(JdbcMentions store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Calls and the cursor of the page after them, null on the last. */
    record Page(List<Mention> items, String next) {
    }

    /** A number, and whether there are more than it says. */
    record Count(int count, boolean capped) {
    }

    /** All calls up to the newest one that was seen. */
    record Seen(Long upTo) {
    }

    @GetMapping
    @PreAuthorize("hasRole('PERSON')")
    @Operation(summary = "@我的 / What I was called on for, newest first")
    Page list(@RequestParam(defaultValue = "false") boolean unread, @RequestParam(required = false) Long after,
              @RequestParam(defaultValue = "50") int limit) {
        int size = Math.max(1, Math.min(LONGEST_PAGE, limit));
        List<Mention> found = store.page(Who.current().id(), unread, after == null ? Long.MAX_VALUE : after, size + 1);
        return found.size() <= size ? new Page(found, null)
                : new Page(found.subList(0, size), Long.toString(found.get(size - 1).id()));
    }

    @GetMapping("/count")
    @PreAuthorize("hasRole('PERSON')")
    @Operation(summary = "未读数 / How many I have not looked at")
    Count count() {
        int unread = store.unread(Who.current().id(), COUNTED + 1);
        return new Count(Math.min(unread, COUNTED), unread > COUNTED);
    }

    @PostMapping("/{id}/read")
    @PreAuthorize("hasRole('PERSON')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "标为已读 / I have looked at one")
    void read(@PathVariable long id) {
        if (!store.read(Who.current().id(), id, clock.instant())) {
            throw Problem.notFound("mention");
        }
    }

    @PostMapping("/read")
    @PreAuthorize("hasRole('PERSON')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "全部已读 / I have looked at all up to this one")
    void readAll(@RequestBody Seen seen) {
        if (seen.upTo() == null) {
            throw Problem.malformed("upTo", "required", "请给出最后一条的编号", "Give the id of the newest one seen");
        }
        store.readUpTo(Who.current().id(), seen.upTo(), clock.instant());
    }
}
