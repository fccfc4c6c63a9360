package dev.afterflow.cluster;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** Accounts with the played Alipay, WeChat Pay and Stripe of a world in a process of its own: keys made for this run, each side given its own. */
public final class ProviderAccounts {

    private static final KeyPair HOUSE = pair();
    private static final KeyPair WORLD = pair();
    private static final String APP = "2021000000000099";
    private static final String SELLER = "2088000000000099";
    private static final String MERCHANT = "1900000199";
    private static final String SERIAL = "5157F09EFDC096DE15EBE81A47057A7232F1B899";
    private static final String KEY_ID = "PUB_KEY_ID_0119000001992026113000000000000001";
    private static final String API_KEY = "0123456789abcdef0123456789abcdef";
    private static final String STRIPE_KEY = "sk_test_clusterClusterCluster";

    private ProviderAccounts() {
    }

    /** What the world is told of its merchant. */
    static Map<String, String> played() {
        String alipay = "afterflow.sandbox.alipay.";
        String wechat = "afterflow.sandbox.wechat.";
        return Map.ofEntries(Map.entry(alipay + "app-id", APP), Map.entry(alipay + "seller-id", SELLER),
                Map.entry(alipay + "private-key", text(WORLD.getPrivate().getEncoded())), Map.entry(alipay + "app-public-key", text(HOUSE.getPublic().getEncoded())),
                Map.entry(wechat + "merchant", MERCHANT), Map.entry(wechat + "serial", SERIAL), Map.entry(wechat + "key-id", KEY_ID), Map.entry(wechat + "api-key", API_KEY),
                Map.entry(wechat + "private-key", text(WORLD.getPrivate().getEncoded())), Map.entry(wechat + "merchant-public-key", text(HOUSE.getPublic().getEncoded())),
                Map.entry("afterflow.sandbox.stripe.key", STRIPE_KEY));
    }

    /** What a node is told: where the providers are, and where they find the house. */
    public static Map<String, String> house(String world, String notices) {
        String alipay = "afterflow.payments.alipay.";
        String wechat = "afterflow.payments.wechat.";
        String stripe = "afterflow.payments.stripe.";
        return Map.ofEntries(Map.entry(alipay + "gateway", world + "/sandbox/alipay/gateway.do"), Map.entry(alipay + "notify-base", notices),
                Map.entry(alipay + "app-id", APP), Map.entry(alipay + "seller-id", SELLER),
                Map.entry(alipay + "private-key", text(HOUSE.getPrivate().getEncoded())), Map.entry(alipay + "alipay-public-key", text(WORLD.getPublic().getEncoded())),
                Map.entry(wechat + "gateway", world + "/sandbox/wechat"), Map.entry(wechat + "notify-base", notices), Map.entry(wechat + "merchant", MERCHANT),
                Map.entry(wechat + "serial", SERIAL), Map.entry(wechat + "private-key", text(HOUSE.getPrivate().getEncoded())), Map.entry(wechat + "platform-key-id", KEY_ID),
                Map.entry(wechat + "platform-key", text(WORLD.getPublic().getEncoded())), Map.entry(wechat + "api-key", API_KEY),
                Map.entry(stripe + "base", world + "/sandbox/stripe"), Map.entry(stripe + "notify-base", notices), Map.entry(stripe + "secret-key", STRIPE_KEY));
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
