package dev.afterflow.returns;

import dev.afterflow.security.Shops;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and edits when a refund of a shop counts as urgent. */
@RestController
@RequestMapping("/api/refund-urgency/{shop}")
@Tag(name = "Approval limits")
class UrgencyController {

    private final Urgency urgency;
    private final Shops shops;

    UrgencyController(Urgency urgency, Shops shops) {
        this.urgency = urgency;
        this.shops = shops;
    }

    /** Whole hours. */
    record Hours(Integer urgentHours) {
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('AGENT','LEAD','SUPERVISOR','FINANCE','LEGAL','OWNER','MANAGER','DIRECTOR','ADMIN')")
    @Operation(summary = "离平台期限不足多少小时须主管先看 / With how few hours left to the platform's deadline a supervisor looks first")
    Hours show(@PathVariable String shop) {
        return new Hours((int) urgency.hours(shops.reachable(shop).id()));
    }

    @PutMapping
    @PreAuthorize("hasAnyRole('OWNER','DIRECTOR')")
    @Operation(summary = "设置紧急小时数，0 不启用 / Sets the hours; 0 turns the rule off")
    Hours change(@PathVariable String shop, @RequestBody Hours hours) {
        String known = shops.reachable(shop).id();
        urgency.change(known, hours.urgentHours());
        return new Hours((int) urgency.hours(known));
    }
}
