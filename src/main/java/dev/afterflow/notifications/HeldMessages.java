package dev.afterflow.notifications;

import dev.afterflow.dispatch.Outbox;
import dev.afterflow.notifications.JdbcSaid.Wanted;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Messages that wait for the legal team, at the browser's door. */
@RestController
@RequestMapping("/api/held-messages")
@Tag(name = "Messages")
@Transactional
class HeldMessages {

    private static final String LEGAL = "hasRole('LEGAL')";
    private static final int LONGEST_NOTE = 500;
    private static final int USUAL = 50;
    private static final int MOST = 200;
    /** Ten years: no message waits longer, and no clock of the database runs out. */
    private static final int LONGEST_WAIT = 87_600;

    private final JdbcSaid said;
    private final Outbox outbox;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HeldMessages(JdbcSaid said, Outbox outbox, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.said = said;
        this.outbox = outbox;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Messages, and the cursor of the page after them; null on the last. */
    record Held(List<Said> items, String next) {
    }

    /** What legal decides and why. */
    record Decision(Boolean allow, String note) {

        void check() {
            if (allow == null) {
                throw Problem.invalid("allow", "required", "请选择放行或拒绝", "Let it go or refuse it");
            }
            if (note == null || note.isBlank() || note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0) {
                throw Problem.invalid("note", "length", "请写明理由，最多 " + LONGEST_NOTE + " 字", "Say why, in at most " + LONGEST_NOTE + " characters");
            }
        }
    }

    @GetMapping
    @PreAuthorize(LEGAL)
    @Transactional(readOnly = true)
    @Operation(summary = "待法务审核的消息，最早的在前，可按店铺、红线和等待时间筛选 / Messages that wait for legal, the oldest first, by shop, red line and hours waited")
    Held list(@RequestParam(required = false) String shop, @RequestParam(required = false) RedLine line,
            @RequestParam(required = false) Integer waitedHours, @RequestParam(required = false) String after,
            @RequestParam(required = false) Integer limit) {
        Said last = after == null ? null : said.find(after)
            .orElseThrow(() -> Problem.malformed("after", "cursor", "请使用上一页返回的游标", "Use the cursor the page before gave"));
        Instant before = waitedHours == null ? null : clock.instant().minus(Duration.ofHours(Math.max(0, Math.min(waitedHours, LONGEST_WAIT))));
        int size = limit == null || limit <= 0 ? USUAL : Math.min(limit, MOST);
        List<Said> found = said.held(new Wanted(shop, line, before, last), size + 1);
        List<Said> items = found.subList(0, Math.min(size, found.size()));
        return new Held(items, found.size() > size ? items.get(size - 1).id() : null);
    }

    @PostMapping("/{id}")
    @PreAuthorize(LEGAL)
    @Operation(summary = "放行或拒绝 / Lets a message go or refuses it; nobody decides on their own words")
    Said decide(@PathVariable String id, @RequestBody Decision decision) {
        Said held = said.find(id).orElseThrow(() -> Problem.notFound("message"));
        decision.check();
        Who who = Who.current();
        if (held.authorId() != null && held.authorId() == who.id()) {
            throw Problem.forbidden("notifications.ownMessage", "不能审核自己写的消息", "Nobody decides on their own message");
        }
        if (!said.decided(id, decision.allow() ? "NEW" : "REFUSED", who.name(), decision.note())) {
            throw Problem.conflict("notifications.notWaiting", "这条消息已不在待审状态", "The message does not wait any more");
        }
        if (decision.allow()) {
            outbox.ensure(NotifyCourier.KIND, NotifyCourier.KIND, id, held.shop());
        }
        audit.record(held.shop(), decision.allow() ? "MESSAGE_LET_GO" : "MESSAGE_REFUSED", "case", held.caseNumber(),
            Map.of("message", id, "note", decision.note()));
        events.publishEvent(new Notifications.Moved(held.caseNumber(), held.shop(), id, decision.allow() ? "NEW" : "REFUSED",
            decision.note(), decision.note()));
        return said.find(id).orElseThrow();
    }
}
