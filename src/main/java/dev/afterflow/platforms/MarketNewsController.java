package dev.afterflow.platforms;

import dev.afterflow.database.Fence;
import dev.afterflow.platforms.Marketplace.Pushed;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes a marketplace's push: reads the raw bytes, checks the signature, writes down that something changed and answers, nothing else. */
@Hidden
@RestController
class MarketNewsController {

    private static final int MOST_BYTES = 256 * 1024;

    private final Markets markets;
    private final MarketHooks hooks;
    private final MarketHints hints;

    MarketNewsController(Markets markets, MarketHooks hooks, MarketHints hints) {
        this.markets = markets;
        this.hooks = hooks;
        this.hints = hints;
    }

    @PostMapping("/api/notices/platforms/{platform}/{token}")
    @PreAuthorize("permitAll()")
    ResponseEntity<Void> push(@PathVariable String platform, @PathVariable String token, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return ResponseEntity.status(413).build();
        }
        String shop = Fence.everywhere(() -> hooks.shop(platform, token)).orElse(null);
        if (shop == null) {
            return ResponseEntity.notFound().build();
        }
        boolean genuine = Fence.within(List.of(shop), () -> taken(platform, shop, headers(request), body));
        return genuine ? ResponseEntity.ok().build() : ResponseEntity.status(401).build();
    }

    private boolean taken(String platform, String shop, Map<String, String> headers, byte[] body) {
        Optional<Pushed> pushed = markets.named(platform).filter(market -> market.serves(shop)).flatMap(market -> market.push(shop, headers, body));
        pushed.ifPresent(told -> hints.take(shop, platform, told.hints(), JdbcHints.Source.PUSH, body));
        return pushed.isPresent();
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        Collections.list(request.getHeaderNames()).forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
        return headers;
    }
}
