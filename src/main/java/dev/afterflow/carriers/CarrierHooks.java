package dev.afterflow.carriers;

import dev.afterflow.carriers.TrackingSource.Hook;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The unguessable word by which a service's pushes name a shop, and the salt it signs them with; made at their first use. */
@Component
@Transactional
class CarrierHooks {

    private final JdbcClient sql;
    private final CarrierAccounts accounts;
    private final SecureRandom random = new SecureRandom();

    CarrierHooks(JdbcClient sql, CarrierAccounts accounts) {
        this.sql = sql;
        this.accounts = accounts;
    }

    private record Kept(String token, String salt) {
    }

    /** Empty when services cannot reach this house. */
    Optional<Hook> of(String shop, String source) {
        return accounts.notifyBase().map(base -> {
            Kept kept = kept(shop, source).orElseGet(() -> make(shop, source));
            return new Hook(base + "/api/notices/tracking/" + source + "/" + kept.token(), kept.salt());
        });
    }

    Optional<String> shop(String source, String token) {
        return sql.sql("select shop_id from carriers.hook where source = :source and token = :token")
            .param("source", source).param("token", token).query(String.class).optional();
    }

    private Optional<Kept> kept(String shop, String source) {
        return sql.sql("select token, salt from carriers.hook where shop_id = :shop and source = :source")
            .param("shop", shop).param("source", source).query(Kept.class).optional();
    }

    private Kept make(String shop, String source) {
        sql.sql("insert into carriers.hook (shop_id, source, token, salt) values (:shop, :source, :token, :salt) on conflict do nothing")
            .param("shop", shop).param("source", source).param("token", word(20)).param("salt", word(16)).update();
        return kept(shop, source).orElseThrow();
    }

    private String word(int bytes) {
        byte[] word = new byte[bytes];
        random.nextBytes(word);
        return HexFormat.of().formatHex(word);
    }
}
