package dev.afterflow.claims;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.claims.ClaimView.Facts;
import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Claims against carriers at the browser's door. */
@RestController
@Tag(name = "Claims")
class ClaimController {

    static final String READERS = "hasAnyRole('AGENT','WAREHOUSE','LEAD','SUPERVISOR','FINANCE','LEGAL','OWNER','MANAGER','DIRECTOR','ADMIN')";
    static final String WORKERS = "hasAnyRole('AGENT','LEAD','SUPERVISOR','FINANCE','LEGAL','MANAGER')";

    private final Claims claims;
    private final ClaimPages pages;
    private final Typing typing;
    private final Withdrawing withdrawing;
    private final CarrierClaimProcess process;
    private final Cases cases;

    ClaimController(Claims claims, ClaimPages pages, Typing typing, Withdrawing withdrawing, CarrierClaimProcess process, Cases cases) {
        this.claims = claims;
        this.pages = pages;
        this.typing = typing;
        this.withdrawing = withdrawing;
        this.process = process;
        this.cases = cases;
    }

    /** What a person wants to claim; minor units of the shop's currency, times in ISO 8601. */
    record Wish(String carrier, String waybill, Fault fault, Money loss, Money declared, Money freight, Instant postedAt, Instant discoveredAt,
                Boolean limitOff, Boolean shipperFault) {
    }

    @GetMapping("/api/claims")
    @PreAuthorize(READERS)
    @Operation(summary = "理赔列表 / Claims of my shops, newest first",
            description = "Narrow by state (or state=open for all that have not ended), carrier, fault, region, shop, q (claim number, waybill, reference or case), due=overdue or due=soon (48 hours).")
    ClaimPages.Page list(ClaimPages.Wanted wanted, @RequestParam(required = false) String after, @RequestParam(required = false) Integer limit) {
        return pages.page(wanted, after, limit);
    }

    @GetMapping("/api/claims/{claimNo}")
    @PreAuthorize(READERS)
    @Operation(summary = "理赔全貌 / A claim with its money, deadlines, evidence, filings, answers, receipts, book and decisions")
    ClaimPages.Folder show(@PathVariable String claimNo) {
        return pages.folder(claims.find(claimNo));
    }

    @GetMapping("/api/cases/{number}/claims")
    @PreAuthorize(READERS)
    @Operation(summary = "工单的理赔 / Claims of a case")
    List<ClaimView> ofCase(@PathVariable String number) {
        return claims.ofCase(number);
    }

    @PostMapping("/api/cases/{number}/claims")
    @PreAuthorize(WORKERS)
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    @Operation(summary = "发起理赔 / Opens a claim by hand and starts it; the same parcel and fault again answers with the same claim",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
                    schema = @Schema(type = "object"), examples = @ExampleObject("""
                    {"carrier":"sf","waybill":"SF1000000000017","fault":"LOST","loss":{"minor":12950,"currency":"CNY"},
                     "freight":{"minor":1200,"currency":"CNY"},"postedAt":"2026-11-20T10:00:00+08:00","discoveredAt":"2026-11-29T10:00:00+08:00"}"""))))
    ClaimView open(@PathVariable String number, @RequestBody Wish wish) {
        Case of = cases.find(number);
        if (!of.open()) {
            throw Problem.conflict("cases.closed", "工单已结案", "The case is closed");
        }
        Claims.Opened opened = claims.open(new NewClaim(number, of.shop(), wish.carrier(), wish.waybill(), wish.fault(), wish.loss(), wish.declared(),
                wish.freight(), wish.postedAt(), wish.discoveredAt()), new Facts(Boolean.TRUE.equals(wish.limitOff()), Boolean.TRUE.equals(wish.shipperFault())));
        if (opened.fresh()) {
            process.begin(number, opened.claimNo());
        }
        return claims.find(opened.claimNo());
    }

    @PostMapping("/api/claims/{claimNo}/answers")
    @PreAuthorize(WORKERS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "登记承运商的答复 / Types in what the carrier said by phone, by letter or in its portal; the same again changes nothing",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
                    schema = @Schema(type = "object"), examples = @ExampleObject("""
                    {"verdict":"PART","amount":{"minor":8000,"currency":"CNY"},"reference":"SFCL-7788","words":"按 9 倍运费赔付"}"""))))
    void answer(@PathVariable String claimNo, @RequestBody Typing.Word word) {
        typing.said(claims.find(claimNo).claimNo(), word);
    }

    /** Where the parcel is, in words. */
    record Sighting(String words) {
    }

    @PostMapping("/api/claims/{claimNo}/found")
    @PreAuthorize(WORKERS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "登记包裹已找到 / Notes that a parcel claimed as lost is there: a claim that was not filed is taken back, of one that was a person says what becomes of it; again changes nothing",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
                    schema = @Schema(type = "object"), examples = @ExampleObject("""
                    {"words":"网点来电：在杭州中转站找到，明天派送"}"""))))
    void found(@PathVariable String claimNo, @RequestBody Sighting sighting) {
        withdrawing.seen(claims.find(claimNo), sighting.words(), Who.current());
    }

    @GetMapping("/api/carrier-receipts")
    @PreAuthorize(READERS)
    @Operation(summary = "承运商流水 / Lines of carriers' statements, newest first; unless asked otherwise those that wait for a person")
    ClaimPages.Receipts receipts(@RequestParam(defaultValue = "true") boolean open, @RequestParam(required = false) String after,
                                 @RequestParam(required = false) Integer limit) {
        return pages.receipts(open, after, limit);
    }
}
