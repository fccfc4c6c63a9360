package dev.afterflow.claims;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Contracts with carriers at the browser's door: read by who works with claims, kept by managers. */
@RestController
@RequestMapping("/api/carrier-contracts/{shop}")
@Tag(name = "Carrier contracts")
class ContractController {

    private final Contracts contracts;

    ContractController(Contracts contracts) {
        this.contracts = contracts;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('AGENT','LEAD','SUPERVISOR','FINANCE','LEGAL','OWNER','MANAGER','DIRECTOR','ADMIN')")
    @Operation(summary = "承运商合同 / What the shop agreed with its carriers, now and from later days on; what nobody knows yet stands in missing")
    List<Contracts.Listed> list(@PathVariable String shop) {
        return contracts.of(shop);
    }

    @GetMapping("/history")
    @PreAuthorize("hasAnyRole('LEAD','SUPERVISOR','FINANCE','LEGAL','OWNER','MANAGER','DIRECTOR','ADMIN')")
    @Operation(summary = "合同的修改历史 / Every revision of a carrier's terms, the newest first")
    List<Contract> history(@PathVariable String shop, @RequestParam(defaultValue = "") String carrier, @RequestParam(defaultValue = "") String region) {
        return contracts.history(shop, carrier, region);
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('MANAGER','DIRECTOR','OWNER')")
    @Operation(summary = "修改合同 / Writes terms that hold from their day on; earlier claims keep theirs",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
                    schema = @Schema(type = "object"), examples = @ExampleObject("""
                    {"carrier":"sf","region":"","validFrom":"2026-12-01","clause":"MONTHLY_ACCOUNT","windowHours":48,"windowFrom":"DISCOVERED",
                     "answerDays":7,"payDays":5,"multiple":9,"insuredRule":"PROPORTION","note":"2026 年续签"}"""))))
    Contract change(@PathVariable String shop, @RequestBody Contract terms) {
        return contracts.change(shop, terms, Who.current());
    }
}
