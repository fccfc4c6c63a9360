package dev.afterflow.sandbox;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * In demo mode, and when the house has no account with the real Alipay, opens one with the played Alipay: two key pairs
 * made for this run, each side given its own private key and the other's public one.
 */
public class AlipayDemoKeys implements EnvironmentPostProcessor, Ordered {

    private static final String HOUSE = "afterflow.payments.alipay.";
    private static final String PLAYED = "afterflow.sandbox.alipay.";
    private static final String ADDRESS = "http://127.0.0.1:${local.server.port:${server.port:8080}}";
    private static final String APP = "2021000000000001";
    private static final String SELLER = "2088000000000001";
    private static Map<String, Object> account;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean demo = environment.getProperty("afterflow.mode", "").equals("demo");
        if (demo && environment.getProperty(HOUSE + "app-id", "").isBlank()) {
            environment.getPropertySources().addLast(new MapPropertySource("playedAlipay", account()));
        }
    }

    /** After the configuration files. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static synchronized Map<String, Object> account() {
        if (account == null) {
            KeyPair house = pair();
            KeyPair played = pair();
            account = Map.ofEntries(Map.entry(HOUSE + "gateway", ADDRESS + "/sandbox/alipay/gateway.do"),
                Map.entry(HOUSE + "notify-base", ADDRESS), Map.entry(HOUSE + "shop", World.SHOP),
                Map.entry(HOUSE + "app-id", APP), Map.entry(HOUSE + "seller-id", SELLER),
                Map.entry(HOUSE + "private-key", text(house.getPrivate().getEncoded())),
                Map.entry(HOUSE + "alipay-public-key", text(played.getPublic().getEncoded())),
                Map.entry(PLAYED + "app-id", APP), Map.entry(PLAYED + "seller-id", SELLER),
                Map.entry(PLAYED + "private-key", text(played.getPrivate().getEncoded())),
                Map.entry(PLAYED + "app-public-key", text(house.getPublic().getEncoded())));
        }
        return account;
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
