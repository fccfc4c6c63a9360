package dev.afterflow.claims;

import dev.afterflow.claims.JdbcReceipts.Receipt;
import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lines of carriers' statements that named no claim: a person says whose they are, or that they are nobody's. */
@RestController
@RequestMapping("/api/carrier-receipts/{id}")
@Tag(name = "Claims")
class ReceiptController {

    private final Receipts receipts;
    private final ClaimPages pages;

    ReceiptController(Receipts receipts, ClaimPages pages) {
        this.receipts = receipts;
        this.pages = pages;
    }

    /** The claim it belongs to. */
    record Match(String claimNo) {
    }

    /** Why it is no claim's. */
    record Dismissal(String reason) {
    }

    @GetMapping("/candidates")
    @PreAuthorize("hasAnyRole('FINANCE','SUPERVISOR','MANAGER')")
    @Operation(summary = "这笔流水可能属于哪些理赔 / Claims of this carrier the line might belong to, at most five, the nearest amount first")
    List<ClaimView> candidates(@PathVariable long id) {
        return pages.candidates(id);
    }

    @PostMapping("/match")
    @PreAuthorize("hasAnyRole('FINANCE','SUPERVISOR','MANAGER')")
    @Operation(summary = "把流水记到理赔 / Books the line for a claim, once",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
                    schema = @Schema(type = "object"), examples = @ExampleObject("{\"claimNo\":\"CABCDEFGHIJKLMNOPQRSTUVWXY\"}"))))
    Receipt match(@PathVariable long id, @RequestBody Match match) {
        return receipts.match(id, match.claimNo(), Who.current());
    }

    @PostMapping("/dismiss")
    @PreAuthorize("hasAnyRole('FINANCE','SUPERVISOR','MANAGER')")
    @Operation(summary = "标记为与理赔无关 / Says that the line is no claim's, and why",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
                    schema = @Schema(type = "object"), examples = @ExampleObject("{\"reason\":\"运费返利，不是理赔款\"}"))))
    Receipt dismiss(@PathVariable long id, @RequestBody Dismissal dismissal) {
        return receipts.dismiss(id, dismissal.reason(), Who.current());
    }
}
