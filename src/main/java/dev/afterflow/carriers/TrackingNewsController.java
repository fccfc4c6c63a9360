package dev.afterflow.carriers;

import dev.afterflow.database.Fence;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes a tracking service's push: reads the raw bytes, checks the signature, writes it down and answers, nothing else. */
@Hidden
@RestController
class TrackingNewsController {

    private static final int MOST_BYTES = 256 * 1024;

    private final TrackingPushes pushes;
    private final WorkOrderHints hints;
    private final CarrierHooks hooks;

    TrackingNewsController(TrackingPushes pushes, WorkOrderHints hints, CarrierHooks hooks) {
        this.pushes = pushes;
        this.hints = hints;
        this.hooks = hooks;
    }

    @PostMapping("/api/notices/tracking/{source}/{token}")
    @PreAuthorize("permitAll()")
    ResponseEntity<String> push(@PathVariable String source, @PathVariable String token, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return ResponseEntity.status(413).build();
        }
        String shop = Fence.everywhere(() -> hooks.shop(source, token)).orElse(null);
        if (shop == null) {
            return ResponseEntity.notFound().build();
        }
        return Fence.within(List.of(shop), () -> pushes.take(source, shop, headers(request), body))
            .map(thanks -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(thanks)).orElseGet(() -> ResponseEntity.status(401).build());
    }

    /** A work order has news: a hint to ask, whatever it says. */
    @PostMapping("/api/notices/tracking/work-order/{token}/{number}")
    @PreAuthorize("permitAll()")
    ResponseEntity<String> workOrder(@PathVariable String token, @PathVariable String number, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES);
        String shop = Fence.everywhere(() -> hooks.shop("work-order", token)).orElse(null);
        if (shop == null || !Fence.within(List.of(shop), () -> hints.take(number, body))) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body("{\"result\":true,\"returnCode\":\"200\",\"message\":\"成功\"}");
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        Collections.list(request.getHeaderNames()).forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
        return headers;
    }
}
