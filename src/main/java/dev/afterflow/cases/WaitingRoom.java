package dev.afterflow.cases;

import dev.afterflow.cases.Cases.NewCase;
import dev.afterflow.orders.Orders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests whose order is not here yet: opened when it is, and without it when our patience ends, so that a person looks.
 * Each opens in its own transaction; one that fails is looked at again and holds up no other.
 */
@Component
class WaitingRoom {

    static final Duration AGAIN = Duration.ofMinutes(1);
    private static final int AT_ONCE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(WaitingRoom.class);

    private final JdbcRequests requests;
    private final Opening opening;
    private final Orders orders;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration patience;

    WaitingRoom(JdbcRequests requests, Opening opening, Orders orders, TransactionTemplate transaction, Clock clock,
                @Value("${afterflow.cases.order-patience:PT30M}") Duration patience) {
        this.requests = requests;
        this.opening = opening;
        this.orders = orders;
        this.transaction = transaction;
        this.clock = clock;
        this.patience = patience;
    }

    @Scheduled(fixedDelayString = "${afterflow.cases.waiting-sweep:PT2S}", initialDelayString = "PT10S")
    void look() {
        lookAt(clock.instant());
    }

    void lookAt(Instant now) {
        transaction.execute(status -> requests.toLookAt(now, AT_ONCE)).forEach(request -> {
            NewCase asked = request.asked();
            try {
                transaction.executeWithoutResult(status -> look(asked, now));
            } catch (RuntimeException failed) {
                LOG.warn("request {} of shop {} could not be opened", asked.externalId(), asked.shop(), failed);
                transaction.executeWithoutResult(status -> requests.lookAgain(asked, now.plus(AGAIN)));
            }
        });
    }

    private void look(NewCase asked, Instant now) {
        Optional<Request> waiting = requests.lock(asked.shop(), asked.source(), asked.externalId()).filter(Request::waiting);
        if (waiting.isEmpty()) {
            return;
        }
        boolean here = orders.find(asked.shop(), asked.orderId()).isPresent();
        if (here || waiting.get().receivedAt().plus(patience).isBefore(now)) {
            opening.place(waiting.get());
        } else {
            requests.lookAgain(asked, now.plus(AGAIN));
        }
    }
}
