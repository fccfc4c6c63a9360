package dev.afterflow.payments;

import dev.afterflow.dispatch.Outbox;
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
    private final Outbox outbox;

    Inbox(JdbcClient jdbc, Hooks hooks, Providers providers, Outbox outbox) {
        this.jdbc = jdbc;
        this.hooks = hooks;
        this.providers = providers;
        this.outbox = outbox;
    }

    @Transactional(readOnly = true)
    Optional<String> shop(String provider, String token) {
        return hooks.shop(provider, token);
    }

    /** False when the signature does not hold: then nothing is kept. */
    boolean take(String provider, String shop, Map<String, String> headers, byte[] body) {
        Optional<Provider.Notice> notice = providers.find(provider).flatMap(known -> known.read(shop, headers, body));
        if (notice.isEmpty()) {
            return false;
        }
        if (write(provider, shop, notice.get(), body)) {
            outbox.put(NoticeCourier.KIND, provider + "/" + shop + "/" + notice.get().eventId(), shop);
        }
        return true;
    }

    /** The bare text this provider expects for a notice taken. */
    String thanks(String provider) {
        return providers.find(provider).map(Provider::thanks).orElse("");
    }

    Optional<String> refundNo(String provider, String shop, String eventId) {
        return jdbc.sql("select refund_no from payments.inbox where provider = :provider and shop_id = :shop and event_id = :event")
            .param("provider", provider).param("shop", shop).param("event", eventId).query(String.class).optional();
    }

    void end(String provider, String shop, String eventId, String state) {
        jdbc.sql("""
                update payments.inbox set state = :state
                where provider = :provider and shop_id = :shop and event_id = :event""")
            .param("state", state).param("provider", provider).param("shop", shop).param("event", eventId).update();
    }

    private boolean write(String provider, String shop, Provider.Notice notice, byte[] body) {
        return jdbc.sql("""
                insert into payments.inbox (provider, shop_id, event_id, body_sha256, body, refund_no)
                values (:provider, :shop, :event, :hash, :body, :no) on conflict do nothing""")
            .param("provider", provider).param("shop", shop).param("event", notice.eventId()).param("hash", DigestUtils.sha256(body))
            .param("body", body).param("no", notice.refundNo()).update() == 1;
    }
}
