package dev.afterflow.notifications;

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

/** Shows and edits how often and when a shop writes to its buyers. */
@RestController
@RequestMapping("/api/contact-limits/{shop}")
@Tag(name = "Contact limits")
class ContactLimitController {

    private final ContactLimits limits;
    private final Shops shops;

    ContactLimitController(ContactLimits limits, Shops shops) {
        this.limits = limits;
        this.shops = shops;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('LEAD','SUPERVISOR','LEGAL','OWNER','MANAGER','DIRECTOR','ADMIN')")
    @Operation(summary = "触达上限与免打扰 / Cap and quiet hours of a shop")
    ContactLimits.Limits show(@PathVariable String shop) {
        return limits.of(shops.reachable(shop).id());
    }

    @PutMapping
    @PreAuthorize("hasAnyRole('OWNER','MANAGER','ADMIN')")
    @Operation(summary = "设置触达上限与免打扰 / Sets cap and quiet hours")
    ContactLimits.Limits set(@PathVariable String shop, @RequestBody ContactLimits.Limits wish) {
        String known = shops.reachable(shop).id();
        limits.set(known, wish);
        return limits.of(known);
    }
}
