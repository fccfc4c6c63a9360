package dev.afterflow.notifications;

import dev.afterflow.dispatch.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes messages for buyers in the caller's transaction and delivers them afterwards, each at most once. */
@Service
public class Notifications {

    private final JdbcMessages messages;
    private final Outbox outbox;

    Notifications(JdbcMessages messages, Outbox outbox) {
        this.messages = messages;
        this.outbox = outbox;
    }

    @Transactional
    public void tell(Message message) {
        String key = MessageKey.of(message);
        if (messages.write(key, message)) {
            outbox.put(NotifyCourier.KIND, key, message.shop());
        }
    }
}
