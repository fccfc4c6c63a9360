package dev.afterflow.platforms;

import dev.afterflow.payments.Payments;
import dev.afterflow.platforms.PlatformRequest.Kind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever waits for a refund is told at once what the marketplace answered. */
@Component
class MarketPayNews {

    private final Payments payments;

    MarketPayNews(Payments payments) {
        this.payments = payments;
    }

    @EventListener
    void answered(PlatformAnswered answered) {
        if (answered.kind() == Kind.AGREE_REFUND) {
            payments.askSoon(answered.number());
        }
    }
}
