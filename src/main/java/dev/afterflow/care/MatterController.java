package dev.afterflow.care;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists orders that are late, stuck, to be changed or to be confirmed. */
@RestController
@RequestMapping("/api/order-matters")
@Tag(name = "Order matters")
class MatterController {

    private static final int MOST = 200;
    private static final String LAST = "\uffff";

    private final JdbcMatters store;
    private final JdbcCompensations compensations;
    private final Clock clock;

    MatterController(JdbcMatters store, JdbcCompensations compensations, Clock clock) {
        this.store = store;
        this.compensations = compensations;
        this.clock = clock;
    }

    /** One row; {@code overdue} counts from now, {@code owed} is null where nothing is. */
    record Row(String caseNumber, String shop, String orderId, Matter.Kind kind, boolean open, Instant dueAt, boolean overdue, Matter.Excuse excuse,
               Matter.News news, Instant openedAt, JdbcCompensations.Row owed) {
    }

    /** Rows and the cursor of the page after them, null on the last. */
    record Page(List<Row> items, String next) {
    }

    @GetMapping
    @PreAuthorize("hasRole('PERSON')")
    @Operation(summary = "延迟发货、异常、改单、货到付款 / Orders that are late, stuck, to be changed or to be confirmed, the newest first")
    @Transactional(readOnly = true)
    Page list(@RequestParam Matter.Kind kind, @RequestParam(defaultValue = "true") boolean open, @RequestParam(required = false) String after,
              @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.malformed("limit", "range", "每页 1 到 200 行", "1 to 200 rows a page");
        }
        Instant now = clock.instant();
        String[] cursor = cursor(after, now);
        List<Matter> found = store.page(Who.current().shops(), kind, open, Instant.parse(cursor[0]), cursor[1], limit + 1);
        List<Row> rows = found.stream().limit(limit).map(matter -> row(matter, now)).toList();
        return new Page(rows, found.size() <= limit ? null : found.get(limit - 1).openedAt() + "_" + found.get(limit - 1).caseNumber());
    }

    private Row row(Matter of, Instant now) {
        return new Row(of.caseNumber(), of.shop(), of.orderId(), of.kind(), of.open(), of.dueAt(), of.open() && of.dueAt() != null
                && of.dueAt().isBefore(now), of.excuse(), of.news(), of.openedAt(), compensations.ofCase(of.caseNumber()).orElse(null));
    }

    private static String[] cursor(String after, Instant now) {
        if (after == null) {
            return new String[] {now.plus(1, ChronoUnit.DAYS).toString(), LAST};
        }
        String[] parts = after.split("_", 2);
        try {
            Instant.parse(parts[0]);
            return new String[] {parts[0], parts[1]};
        } catch (DateTimeException | ArrayIndexOutOfBoundsException other) {
            throw Problem.malformed("after", "cursor", "请使用上一页给出的游标", "Use the cursor of the page before");
        }
    }
}
