package dev.afterflow.dispatch;

import dev.afterflow.database.Fence;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets an administrator stop everything that leaves the house, and release it; everybody who works here sees whether it stands. */
@RestController
@RequestMapping("/api/dispatch/freeze")
@Tag(name = "backups")
class FreezeController {

    private static final int LONGEST_REASON = 300;

    private final Freeze freeze;

    FreezeController(Freeze freeze) {
        this.freeze = freeze;
    }

    record Wish(Boolean frozen, String reason, Set<String> without) {
    }

    /** How it stands, how many effects wait to leave, and after a restore what is still owed before it may be lifted. */
    record Stand(boolean frozen, String reason, String byWhom, Instant at, Instant backupAt, Instant restoredAt, long waiting, List<Thaw.Owed> owed) {
    }

    /** What everybody may know. */
    record Sign(boolean frozen) {
    }

    @GetMapping("/sign")
    @PreAuthorize("hasRole('PERSON')")
    @Operation(summary = "是否冻结 / Is anything leaving the house?")
    Sign sign() {
        return new Sign(freeze.state().frozen());
    }

    @GetMapping
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "冻结状态 / The freeze")
    Stand state() {
        Freeze.State state = freeze.state();
        return new Stand(state.frozen(), state.reason(), state.byWhom(), state.at(), state.backupAt(), state.restoredAt(), Fence.everywhere(freeze::waiting), freeze.owed());
    }

    @PutMapping
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "冻结或解除 / Freeze or release",
        description = "After a restore a release answers 409 while statements are owed, unless `without` names each of them.")
    Stand set(@RequestBody Wish wish) {
        if (wish.frozen() == null) {
            throw Problem.invalid("frozen", "required", "请说明冻结还是解除", "Say whether to freeze or to release");
        }
        if (wish.reason() == null || wish.reason().isBlank() || wish.reason().length() > LONGEST_REASON) {
            throw Problem.invalid("reason", "required", "请填写原因（最多 300 字）", "Give a reason of at most 300 characters");
        }
        if (wish.frozen()) {
            freeze.freeze(wish.reason().strip(), Who.current().login());
        } else {
            freeze.release(wish.reason().strip(), Who.current().login(), wish.without() == null ? Set.of() : wish.without());
        }
        return state();
    }
}
