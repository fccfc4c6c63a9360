package dev.afterflow.dispatch;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets an administrator stop everything that leaves the house, and release it. */
@RestController
@RequestMapping("/api/dispatch/freeze")
@PreAuthorize("hasRole('ADMIN')")
class FreezeController {

    private static final int LONGEST_REASON = 300;

    private final Freeze freeze;

    FreezeController(Freeze freeze) {
        this.freeze = freeze;
    }

    record Wish(Boolean frozen, String reason) {
    }

    @GetMapping
    Freeze.State state() {
        return freeze.state();
    }

    @PutMapping
    Freeze.State set(@RequestBody Wish wish) {
        if (wish.frozen() == null) {
            throw Problem.invalid("frozen", "required", "请说明冻结还是解除", "Say whether to freeze or to release");
        }
        if (wish.reason() == null || wish.reason().isBlank() || wish.reason().length() > LONGEST_REASON) {
            throw Problem.invalid("reason", "required", "请填写原因（最多 300 字）", "Give a reason of at most 300 characters");
        }
        freeze.set(wish.frozen(), wish.reason().strip(), Who.current().login());
        return freeze.state();
    }
}
