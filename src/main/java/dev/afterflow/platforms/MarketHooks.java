package dev.afterflow.platforms;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The unguessable word by which a marketplace's pushes name a shop; made at its first use. */
@Component
@Transactional
class MarketHooks {

    private final JdbcClient sql;
    private final MarketAddresses addresses;
    private final SecureRandom random = new SecureRandom();

    MarketHooks(JdbcClient sql, MarketAddresses addresses) {
        this.sql = sql;
        this.addresses = addresses;
    }

    /** Where this shop's pushes come in; empty when marketplaces cannot reach this house. */
    Optional<String> of(String shop, String platform) {
        return addresses.notifyBase().map(base -> base + "/api/notices/platforms/" + platform + "/" + kept(shop, platform).orElseGet(() -> make(shop, platform)));
    }

    Optional<String> shop(String platform, String token) {
        return sql.sql("select shop_id from platforms.hook where platform = :platform and token = :token").param("platform", platform).param("token", token)
            .query(String.class).optional();
    }

    private Optional<String> kept(String shop, String platform) {
        return sql.sql("select token from platforms.hook where platform = :platform and shop_id = :shop").param("platform", platform).param("shop", shop)
            .query(String.class).optional();
    }

    private String make(String shop, String platform) {
        byte[] word = new byte[20];
        random.nextBytes(word);
        sql.sql("insert into platforms.hook (platform, shop_id, token) values (:platform, :shop, :token) on conflict do nothing")
            .param("platform", platform).param("shop", shop).param("token", HexFormat.of().formatHex(word)).update();
        return kept(shop, platform).orElseThrow();
    }
}
