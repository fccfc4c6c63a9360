package dev.afterflow.cases;

import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Cases at the browser's door. */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "Cases")
class CaseController {

    static final String ANYBODY =
            "hasAnyRole('AGENT','WAREHOUSE','LEAD','SUPERVISOR','FINANCE','LEGAL','OWNER','MANAGER','DIRECTOR','ADMIN')";
    static final String STAFF = "hasAnyRole('AGENT','WAREHOUSE','LEAD','SUPERVISOR','FINANCE','LEGAL','MANAGER')";
    static final String OPENERS = "hasAnyRole('AGENT','LEAD','SUPERVISOR','LEGAL','MANAGER')";

    private final CaseFolder folder;
    private final ByHand hand;
    private final Timeline timeline;
    private final Remarks remarks;

    CaseController(CaseFolder folder, ByHand hand, Timeline timeline, Remarks remarks) {
        this.folder = folder;
        this.hand = hand;
        this.timeline = timeline;
        this.remarks = remarks;
    }

    @GetMapping
    @PreAuthorize(ANYBODY)
    @Operation(summary = "工单列表 / Cases of my shops, newest first",
            description = "q is how a case number, order id, buyer id, waybill or buyer's name begins, or the phone's last four digits; "
                    + "narrow by state, kind, shop, team, priority (at least), least and most (minor units) with currency, tag, overdue.")
    CaseFolder.Page list(@RequestParam(required = false) String q, @RequestParam Map<String, String> told,
                         @RequestParam(required = false) String after, @RequestParam(defaultValue = "50") int limit) {
        return folder.list(q, CaseFilter.of(told), after, limit, Who.current());
    }

    @PostMapping
    @PreAuthorize(OPENERS)
    @Operation(summary = "手工建单 / Opens a case by hand",
            description = "Joins the open case of the same order and matter; the same key answers with the same case.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
                    schema = @Schema(type = "object"), examples = @ExampleObject("""
                    {"shop":"lanting","kind":"QUESTION","reasonText":"买家来电询问保修期"}"""))))
    ResponseEntity<Case> open(@RequestHeader("Idempotency-Key") String key, @RequestBody JsonNode body) {
        Case opened = hand.open(body, key, Who.current());
        return ResponseEntity.created(URI.create("/api/cases/" + opened.number())).body(opened);
    }

    @GetMapping("/{number}")
    @PreAuthorize(ANYBODY)
    @Operation(summary = "工单全貌 / A case with its order, masked buyer, risk flags, remarks, evidence, refunds and clocks")
    CaseFolder.Folder show(@PathVariable String number) {
        return folder.open(number);
    }

    @GetMapping("/{number}/timeline")
    @PreAuthorize(ANYBODY)
    @Operation(summary = "时间线 / What happened in a case, newest first")
    Timeline.Page timeline(@PathVariable String number, @RequestParam(required = false) String after,
                           @RequestParam(defaultValue = "50") int limit) {
        return timeline.of(number, after, limit);
    }

    @PostMapping("/{number}/remarks")
    @PreAuthorize(STAFF)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "添加旗标备注 / Adds a flagged remark; nobody can change it afterwards")
    Remarks.Remark remark(@PathVariable String number, @RequestBody Remarks.NewRemark said) {
        return remarks.add(number, said, Who.current());
    }

    /** The word of the marketplace, such as {@code taobao}; null where none takes a flag. */
    record FlagAt(String market) {
    }

    @GetMapping("/{number}/remarks/market")
    @PreAuthorize(STAFF)
    @Operation(summary = "可否同时设置平台旗帜 / The marketplace at which a remark's flag and reason can be set on the order too")
    FlagAt market(@PathVariable String number) {
        return new FlagAt(remarks.market(number).orElse(null));
    }
}
