package dev.afterflow.returns;

import dev.afterflow.security.Role;
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

/** Shows and edits what each role of a shop may approve. */
@RestController
@RequestMapping("/api/approval-limits/{shop}")
@Tag(name = "Approval limits")
class ApprovalLimitController {

    private final Authority authority;
    private final Shops shops;

    ApprovalLimitController(Authority authority, Shops shops) {
        this.authority = authority;
        this.shops = shops;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('AGENT','LEAD','SUPERVISOR','FINANCE','LEGAL','OWNER','MANAGER','DIRECTOR','ADMIN')")
    @Operation(summary = "The most each role may approve alone, in minor units of the shop's currency")
    Map<Role, Long> show(@PathVariable String shop) {
        return authority.limitsOf(shops.reachable(shop).id());
    }

    @PutMapping
    @PreAuthorize("hasAnyRole('OWNER','DIRECTOR')")
    @Operation(summary = "Sets the limits; each role's at least that of the role below")
    Map<Role, Long> change(@PathVariable String shop, @RequestBody Map<Role, Long> limits) {
        String known = shops.reachable(shop).id();
        authority.change(known, limits);
        return authority.limitsOf(known);
    }
}
