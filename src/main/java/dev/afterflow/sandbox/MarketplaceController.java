package dev.afterflow.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The played marketplace's chat: takes messages for buyers, each key once, and shows what buyers read. */
@Hidden
@RestController
@RequestMapping("/sandbox/marketplace/messages")
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("permitAll()")
class MarketplaceController {

    private final BuyerMessages messages;

    MarketplaceController(BuyerMessages messages) {
        this.messages = messages;
    }

    record Posted(String shop, String orderId, String buyerId, String subject, String text) {
    }

    record Read(Instant at, String orderId, String buyerId, String subject, String text) {
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void post(@RequestHeader("Idempotency-Key") String key, @RequestBody Posted posted) {
        messages.keep(key, posted);
    }

    @GetMapping
    List<Read> read(@RequestParam String orderId) {
        return messages.of(orderId);
    }
}
