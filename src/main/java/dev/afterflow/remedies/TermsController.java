package dev.afterflow.remedies;

import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shops;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and edits what a shop reckons with when it weighs remedies and freights. */
@RestController
@RequestMapping("/api/remedy-terms/{shop}")
@Tag(name = "Remedy terms")
class TermsController {

    private static final long MOST_FREIGHT = 1_000_000;

    private final JdbcTerms store;
    private final Shops shops;
    private final Audit audit;

    TermsController(JdbcTerms store, Shops shops, Audit audit) {
        this.store = store;
        this.shops = shops;
        this.audit = audit;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('LEAD','SUPERVISOR','FINANCE','LEGAL','OWNER','MANAGER','DIRECTOR','ADMIN')")
    @Operation(summary = "What a parcel and goods cost the shop, and what it promised its buyers")
    @Transactional(readOnly = true)
    Terms show(@PathVariable String shop) {
        return store.of(shops.reachable(shop).id());
    }

    @PutMapping
    @PreAuthorize("hasAnyRole('OWNER','DIRECTOR')")
    @Operation(summary = "Sets the terms; freight in minor units of the shop's currency")
    @Transactional
    Terms change(@PathVariable String shop, @RequestBody Terms terms) {
        String known = shops.reachable(shop).id();
        demand(terms.freight() >= 0 && terms.freight() <= MOST_FREIGHT, "freight");
        demand(terms.goodsPercent() >= 0 && terms.goodsPercent() <= 100, "goodsPercent");
        demand(terms.resalePercent() >= 0 && terms.resalePercent() <= 100, "resalePercent");
        demand(terms.promisedTimes() >= 0 && terms.promisedTimes() <= 100, "promisedTimes");
        store.save(known, terms);
        audit.record(known, "REMEDY_TERMS_CHANGED", "shop", known, Map.of("freight", terms.freight(), "goodsPercent", terms.goodsPercent(),
                "resalePercent", terms.resalePercent(), "promisedTimes", terms.promisedTimes()));
        return terms;
    }

    private static void demand(boolean holds, String field) {
        if (!holds) {
            throw Problem.invalid(field, "range", "数值超出范围", "The value is out of range");
        }
    }
}
