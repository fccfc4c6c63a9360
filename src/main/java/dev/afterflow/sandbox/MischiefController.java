package dev.afterflow.sandbox;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The sandbox page's buttons for what goes wrong outside, and the log of what was said at the doors. */
@RestController
@RequestMapping("/sandbox/world")
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("isAuthenticated()")
class MischiefController {

    private final Mischief mischief;
    private final Acts acts;
    private final Progress progress;

    MischiefController(Mischief mischief, Acts acts, Progress progress) {
        this.mischief = mischief;
        this.acts = acts;
        this.progress = progress;
    }

    record Wanted(String shop, String how) {
    }

    record Scanned(String shop, String orderId, String code) {
    }

    record Planned(String shop, String orderId, PayFault fault) {
    }

    /** twice, timeout, outOfOrder, wrongKey or wrongSeal. */
    @PostMapping("/mischief")
    Mischief.Done make(@RequestBody Wanted wanted) {
        String shop = wanted.shop() == null ? World.SHOP : wanted.shop();
        return switch (String.valueOf(wanted.how())) {
            case "twice" -> mischief.twice(shop);
            case "timeout" -> mischief.impatient(shop);
            case "outOfOrder" -> mischief.outOfOrder(shop);
            case "wrongKey" -> mischief.wrongKey(shop);
            case "wrongSeal" -> mischief.wrongSeal();
            default -> throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "how: twice, timeout, outOfOrder, wrongKey or wrongSeal");
        };
    }

    /** The carrier scans an order's parcel on its way out. */
    @PostMapping("/scan")
    Mischief.Done scan(@RequestBody Scanned scanned) {
        return mischief.scan(scanned.shop(), scanned.orderId(), scanned.code());
    }

    /** How the provider meets the next refund of an order. */
    @PostMapping("/plan")
    Mischief.Done plan(@RequestBody Planned planned) {
        return mischief.plan(planned.shop(), planned.orderId(), planned.fault());
    }

    /** What was sent and answered, the latest first. */
    @GetMapping("/acts")
    List<Acts.Act> acts() {
        return acts.latest();
    }

    /** How far the filling of the demo's shops has come. */
    @GetMapping("/progress")
    Progress.Stand progress() {
        return progress.stand();
    }

    /** A picture of what is sold. */
    @GetMapping(path = "/goods/{id}", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> goods(@PathVariable String id) {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate()).body(Drawing.product(id));
    }
}
