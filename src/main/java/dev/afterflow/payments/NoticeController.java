package dev.afterflow.payments;

import dev.afterflow.database.Fence;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes a payment provider's notice: reads the raw bytes, checks the signature, writes it down and answers, nothing else. */
@Hidden
@RestController
class NoticeController {

    private static final int MOST_BYTES = 256 * 1024;

    private final Inbox inbox;

    NoticeController(Inbox inbox) {
        this.inbox = inbox;
    }

    @PostMapping("/api/notices/payments/{provider}/{token}")
    @PreAuthorize("permitAll()")
    ResponseEntity<String> notice(@PathVariable String provider, @PathVariable String token, HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return ResponseEntity.status(413).build();
        }
        String shop = Fence.everywhere(() -> inbox.shop(provider, token)).orElse(null);
        if (shop == null) {
            return ResponseEntity.notFound().build();
        }
        boolean genuine = Fence.within(List.of(shop), () -> inbox.take(provider, shop, headers(request), body));
        return genuine ? ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(inbox.thanks(provider))
            : ResponseEntity.status(401).build();
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        Collections.list(request.getHeaderNames()).forEach(name -> headers.put(name.toLowerCase(), request.getHeader(name)));
        return headers;
    }
}
