package dev.afterflow.sandbox;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * In demo mode, and where the house has no account with the real provider, opens one with the played Alipay, WeChat Pay and Stripe: keys
 * made for this run, each side given its own private ones and the other's public ones.
 */
public class DemoAccounts implements EnvironmentPostProcessor, Ordered {

    private static final String HOUSE = "afterflow.payments.";
    private static final String PLAYED = "afterflow.sandbox.";
    private static final String ADDRESS = "http://127.0.0.1:${local.server.port:${server.port:8080}}";
    private static KeyPair house;
    private static KeyPair played;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.getProperty("afterflow.mode", "").equals("demo")) {
            return;
        }
        Map<String, Object> accounts = new HashMap<>();
        if (environment.getProperty(HOUSE + "alipay.app-id", "").isBlank()) {
            accounts.putAll(alipay());
        }
        if (environment.getProperty(HOUSE + "wechat.merchant", "").isBlank()) {
            accounts.putAll(wechat());
        }
        if (environment.getProperty(HOUSE + "stripe.secret-key", "").isBlank()) {
            accounts.putAll(stripe());
        }
        environment.getPropertySources().addLast(new MapPropertySource("playedProviders", accounts));
    }

    /** After the configuration files. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static Map<String, Object> alipay() {
        String app = "2021000000000001";
        String seller = "2088000000000001";
        String ours = HOUSE + "alipay.";
        String theirs = PLAYED + "alipay.";
        return Map.ofEntries(Map.entry(ours + "gateway", ADDRESS + "/sandbox/alipay/gateway.do"), Map.entry(ours + "notify-base", ADDRESS),
            Map.entry(ours + "shop", World.SHOP), Map.entry(ours + "app-id", app), Map.entry(ours + "seller-id", seller),
            Map.entry(ours + "private-key", text(house().getPrivate().getEncoded())), Map.entry(ours + "alipay-public-key", text(played().getPublic().getEncoded())),
            Map.entry(theirs + "app-id", app), Map.entry(theirs + "seller-id", seller),
            Map.entry(theirs + "private-key", text(played().getPrivate().getEncoded())), Map.entry(theirs + "app-public-key", text(house().getPublic().getEncoded())));
    }

    private static Map<String, Object> wechat() {
        String merchant = "1900000109";
        String serial = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
        String keyId = "PUB_KEY_ID_0119000001092026113000000000000001";
        String apiKey = HexFormat.of().formatHex(house().getPublic().getEncoded(), 40, 56);
        String ours = HOUSE + "wechat.";
        String theirs = PLAYED + "wechat.";
        return Map.ofEntries(Map.entry(ours + "gateway", ADDRESS + "/sandbox/wechat"), Map.entry(ours + "notify-base", ADDRESS),
            Map.entry(ours + "shop", World.SHOP), Map.entry(ours + "merchant", merchant), Map.entry(ours + "serial", serial),
            Map.entry(ours + "private-key", text(house().getPrivate().getEncoded())), Map.entry(ours + "platform-key-id", keyId),
            Map.entry(ours + "platform-key", text(played().getPublic().getEncoded())), Map.entry(ours + "api-key", apiKey),
            Map.entry(theirs + "merchant", merchant), Map.entry(theirs + "serial", serial), Map.entry(theirs + "key-id", keyId), Map.entry(theirs + "api-key", apiKey),
            Map.entry(theirs + "private-key", text(played().getPrivate().getEncoded())), Map.entry(theirs + "merchant-public-key", text(house().getPublic().getEncoded())));
    }

    private static Map<String, Object> stripe() {
        String key = "sk_test_" + HexFormat.of().formatHex(house().getPublic().getEncoded(), 60, 80);
        return Map.of(HOUSE + "stripe.base", ADDRESS + "/sandbox/stripe", HOUSE + "stripe.notify-base", ADDRESS, HOUSE + "stripe.shop", World.SHOP,
            HOUSE + "stripe.secret-key", key, PLAYED + "stripe.key", key);
    }

    private static synchronized KeyPair house() {
        house = house == null ? pair() : house;
        return house;
    }

    private static synchronized KeyPair played() {
        played = played == null ? pair() : played;
        return played;
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(2048);
            return maker.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
