package dev.afterflow.repairs;

import dev.afterflow.security.Shops;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and edits how long the warranty of a shop's goods lasts. */
@RestController
@RequestMapping("/api/warranty-terms/{shop}")
@Tag(name = "Warranty terms")
class WarrantyTermsController {

    private final WarrantyTerms terms;
    private final Shops shops;

    WarrantyTermsController(WarrantyTerms terms, Shops shops) {
        this.terms = terms;
        this.shops = shops;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('AGENT','WAREHOUSE','LEAD','SUPERVISOR','FINANCE','LEGAL','OWNER','MANAGER','DIRECTOR','ADMIN')")
    @Operation(summary = "三包期限 / Days of warranty by group of goods: the whole machine and its main parts, zero is none")
    Map<String, WarrantyTerms.Term> show(@PathVariable String shop) {
        return terms.of(shops.reachable(shop).id());
    }

    @PutMapping
    @PreAuthorize("hasAnyRole('OWNER','MANAGER','DIRECTOR')")
    @Operation(summary = "设置三包期限 / Sets the days of warranty; every group has both terms")
    Map<String, WarrantyTerms.Term> change(@PathVariable String shop, @RequestBody Map<String, WarrantyTerms.Term> wanted) {
        String known = shops.reachable(shop).id();
        terms.change(known, wanted);
        return terms.of(known);
    }
}
