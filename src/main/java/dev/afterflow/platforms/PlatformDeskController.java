package dev.afterflow.platforms;

import dev.afterflow.security.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
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

/** Requests to marketplaces, and what marketplaces said that could not be taken, at the browser's door. */
@RestController
@RequestMapping("/api/platforms")
@Tag(name = "Platforms")
class PlatformDeskController {

    private static final Map<String, List<String>> LISTS = Map.of("code", List.of("CODE"), "hand", List.of("BY_HAND"), "waiting", List.of("NEW", "SENDING"));

    private final PlatformDesk desk;
    private final Platforms platforms;

    PlatformDeskController(PlatformDesk desk, Platforms platforms) {
        this.desk = desk;
        this.platforms = platforms;
    }

    record Page(List<PlatformDesk.Shown> items, String next) {
    }

    record Hints(List<JdbcHints.Parked> items, Long next) {
    }

    record Letters(List<JdbcMarketLetters.Parked> items, Long next) {
    }

    record Typed(String code) {
    }

    record Handled(Boolean done, String words) {
    }

    @GetMapping("/requests")
    @PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'SUPERVISOR', 'FINANCE')")
    @Operation(summary = "平台请求 / Requests to marketplaces", description = "list: hand (a person does it in the seller's centre), code (a code was sent to the shop's telephone), waiting. Oldest first. "
        + "case: all that was asked for one case instead, newest first.")
    Page list(@RequestParam(defaultValue = "hand") String list, @RequestParam(name = "case", required = false) String caseNumber, @RequestParam(required = false) String after,
              @RequestParam(defaultValue = "50") int limit) {
        if (!LISTS.containsKey(list)) {
            throw Problem.malformed("list", "value", "可用的值：hand、code、waiting", "Use one of: hand, code, waiting");
        }
        int rows = Math.max(1, Math.min(100, limit));
        if (caseNumber != null) {
            return new Page(desk.ofCase(caseNumber, rows), null);
        }
        List<PlatformDesk.Shown> items = desk.page(LISTS.get(list), after, rows);
        return new Page(items, items.size() < rows ? null : items.get(rows - 1).number());
    }

    @GetMapping("/waiting")
    @PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'SUPERVISOR', 'FINANCE')")
    @Operation(summary = "等待人工的平台请求数 / How many requests wait for a person", description = "Each is counted no further than 100.")
    PlatformDesk.Waiting waiting() {
        return desk.waiting();
    }

    @GetMapping("/requests/{number}")
    @PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'SUPERVISOR', 'FINANCE')")
    @Operation(summary = "一条平台请求 / One request")
    PlatformDesk.Shown show(@PathVariable String number) {
        return desk.show(number);
    }

    @PostMapping("/requests/{number}/code")
    @PreAuthorize("hasAnyRole('LEAD', 'SUPERVISOR', 'FINANCE')")
    @Operation(summary = "填写短信验证码 / Type in the code from the shop's telephone")
    PlatformDesk.Shown code(@PathVariable String number, @RequestBody Typed typed) {
        platforms.code(number, typed.code());
        return desk.show(number);
    }

    @PostMapping("/requests/{number}/by-hand")
    @PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'SUPERVISOR', 'FINANCE')")
    @Operation(summary = "登记人工处理结果 / A person did it in the seller's centre, or could not")
    PlatformDesk.Shown byHand(@PathVariable String number, @RequestBody Handled handled) {
        desk.show(number);
        if (handled.done() == null) {
            throw Problem.invalid("done", "required", "请选择是否已办理", "Say whether it was done");
        }
        platforms.byHand(number, handled.done(), handled.words());
        return desk.show(number);
    }

    @GetMapping("/hints")
    @PreAuthorize("hasAnyRole('LEAD', 'SUPERVISOR', 'ADMIN')")
    @Operation(summary = "无法识别的平台消息 / Words of marketplaces that could not be taken", description = "Newest first.")
    Hints hints(@RequestParam(defaultValue = "9223372036854775807") long after, @RequestParam(defaultValue = "50") int limit) {
        int rows = Math.max(1, Math.min(100, limit));
        List<JdbcHints.Parked> items = desk.hints(after, rows);
        return new Hints(items, items.size() < rows ? null : items.get(rows - 1).id());
    }

    @PostMapping("/hints/{id}/retry")
    @PreAuthorize("hasAnyRole('LEAD', 'SUPERVISOR', 'ADMIN')")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "再次查询 / Ask the marketplace once more")
    void askAgain(@PathVariable long id) {
        desk.askAgain(id);
    }

    @GetMapping("/letters")
    @PreAuthorize("hasAnyRole('LEAD', 'SUPERVISOR', 'ADMIN')")
    @Operation(summary = "被收件处退回的平台单据 / Letters the letterbox refused", description = "Newest first.")
    Letters letters(@RequestParam(defaultValue = "9223372036854775807") long after, @RequestParam(defaultValue = "50") int limit) {
        int rows = Math.max(1, Math.min(100, limit));
        List<JdbcMarketLetters.Parked> items = desk.letters(after, rows);
        return new Letters(items, items.size() < rows ? null : items.get(rows - 1).id());
    }

    @PostMapping("/letters/{id}/retry")
    @PreAuthorize("hasAnyRole('LEAD', 'SUPERVISOR', 'ADMIN')")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "再次投递 / Hand it in once more")
    void handInAgain(@PathVariable long id) {
        desk.handInAgain(id);
    }
}
