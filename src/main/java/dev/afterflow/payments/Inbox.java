package dev.afterflow.payments;

import dev.afterflow.dispatch.Outbox;
import dev.afterflow.providers.Provider;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Providers' notices as they came, each event once for ever. */
@Component
@Transactional
class Inbox {

    private final JdbcClient jdbc;
    private final Hooks hooks;
    private final Providers providers;
    private final Book book;
    private final Outbox outbox;

    Inbox(JdbcClient jdbc, Hooks hooks, Providers providers, Book book, Outbox outbox) {
        this.jdbc = jdbc;
        this.hooks = hooks;
        this.providers = providers;
        this.book = book;
        this.outbox = outbox;
    }

    @Transactional(readOnly = true)
    Optional<String> shop(String provider, String token) {
        return hooks.shop(provider, token);
    }

    /** What a notice taken was about. */
    record About(Provider.Topic topic, String subject) {
    }

    /** False when the signature does not hold or it is not about our money: then nothing is kept. */
    boolean take(String provider, String shop, Map<String, String> headers, byte[] body) {
        Optional<Provider.Notice> notice = providers.find(provider).flatMap(known -> known.read(shop, headers, body))
            .filter(heard -> book.agrees(shop, provider, heard));
        if (notice.isEmpty()) {
            return false;
        }
        if (write(provider, shop, notice.get(), body)) {
            outbox.put(NoticeCourier.KIND, NoticeCourier.lane(provider), provider + "/" + shop + "/" + notice.get().eventId(), shop);
        }
        return true;
    }

    /** The bare text this provider expects for a notice taken. */
    String thanks(String provider) {
        return providers.find(provider).map(Provider::thanks).orElse("");
    }

    Optional<About> about(String provider, String shop, String eventId) {
        return jdbc.sql("select topic, refund_no as subject from payments.inbox where provider = :provider and shop_id = :shop and event_id = :event")
            .param("provider", provider).param("shop", shop).param("event", eventId).query(About.class).optional();
    }

    void end(String provider, String shop, String eventId, String state) {
        jdbc.sql("""
                update payments.inbox set state = :state
                where provider = :provider and shop_id = :shop and event_id = :event""")
            .param("state", state).param("provider", provider).param("shop", shop).param("event", eventId).update();
    }

    private boolean write(String provider, String shop, Provider.Notice notice, byte[] body) {
        return jdbc.sql("""
                insert into payments.inbox (provider, shop_id, event_id, body_sha256, body, topic, refund_no)
                values (:provider, :shop, :event, :hash, :body, :topic, :no) on conflict do nothing""")
            .param("provider", provider).param("shop", shop).param("event", notice.eventId()).param("hash", DigestUtils.sha256(body))
            .param("body", body).param("topic", notice.topic().name()).param("no", notice.subject()).update() == 1;
    }
}
