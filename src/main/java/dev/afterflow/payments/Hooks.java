package dev.afterflow.payments;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The unguessable word in a notice's address that names the shop; made once a provider and shop. */
@Repository
class Hooks {

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    Hooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String path(String provider, String shop) {
        return "/api/notices/payments/" + provider + "/" + token(provider, shop).orElseGet(() -> make(provider, shop));
    }

    Optional<String> shop(String provider, String token) {
        return jdbc.sql("select shop_id from payments.hook where provider = :provider and token = :token")
            .param("provider", provider).param("token", token).query(String.class).optional();
    }

    private Optional<String> token(String provider, String shop) {
        return jdbc.sql("select token from payments.hook where provider = :provider and shop_id = :shop")
            .param("provider", provider).param("shop", shop).query(String.class).optional();
    }

    private String make(String provider, String shop) {
        byte[] word = new byte[20];
        random.nextBytes(word);
        jdbc.sql("insert into payments.hook (provider, shop_id, token) values (:provider, :shop, :token) on conflict do nothing")
            .param("provider", provider).param("shop", shop).param("token", HexFormat.of().formatHex(word)).update();
        return token(provider, shop).orElseThrow();
    }
}
