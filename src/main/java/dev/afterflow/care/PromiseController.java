package dev.afterflow.care;

import dev.afterflow.security.Shops;
import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and edits what a shop promises about shipping and pays when it breaks it. */
@RestController
@RequestMapping("/api/ship-promise/{shop}")
@Tag(name = "Ship promise")
class PromiseController {

    private final Promises promises;
    private final Shops shops;
    private final Clock clock;

    PromiseController(Promises promises, Shops shops, Clock clock) {
        this.promises = promises;
        this.shops = shops;
        this.clock = clock;
    }

    /** What counts now, and everything that was set or is to come. */
    record Shown(PromiseTerms now, List<PromiseTerms> all) {
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('AGENT','WAREHOUSE','LEAD','SUPERVISOR','FINANCE','LEGAL','OWNER','MANAGER','DIRECTOR','ADMIN')")
    @Operation(summary = "发货承诺与赔付规则 / What the shop promises about shipping and pays when it is late, now and by date")
    Shown show(@PathVariable String shop) {
        String known = shops.reachable(shop).id();
        return new Shown(promises.of(known, clock.instant()), promises.all(known));
    }

    @PutMapping
    @PreAuthorize("hasAnyRole('MANAGER','OWNER','DIRECTOR')")
    @Operation(summary = "设定发货承诺 / Sets what counts from a moment on; watching the shop's orders begins with the first one")
    PromiseTerms change(@PathVariable String shop, @RequestBody PromiseTerms terms) {
        return promises.change(shops.reachable(shop).id(), terms, Who.current());
    }
}
