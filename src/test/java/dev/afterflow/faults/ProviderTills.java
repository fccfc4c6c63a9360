package dev.afterflow.faults;

import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.ProviderAccounts;
import dev.afterflow.cluster.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The played Alipay, WeChat Pay and Stripe and the sandbox's own provider: where buyers pay, how the house reaches them, and how badly they behave. */
record ProviderTills(Sandbox world) implements Buyers.Till {

    static final List<String> PROVIDERS = List.of("alipay", "wechat", "stripe", "sandbox");

    /** One refund in three meets a fault, and of the notices one in five comes twice and one in five never. */
    static String partners(long seed) {
        return """
                {"seed":%d,"delaySeconds":3,"doubledNotices":0.2,"lostNotices":0.2,"rates":{"FAIL_BEFORE":0.07,"FAIL_AFTER":0.07,"LOSE_REPLY":0.07,
                 "GARBLE":0.03,"LATE":0.05,"PROCESSING":0.05,"LIMIT":0.04}}""".formatted(seed);
    }

    static Map<String, String> settings(Cluster cluster) {
        Map<String, String> settings = new TreeMap<>(Field.SETTINGS);
        settings.putAll(ProviderAccounts.house("http://127.0.0.1:" + cluster.world().port(), "http://127.0.0.1:" + cluster.firstPort()));
        List.of("alipay", "wechat", "stripe").forEach(provider -> settings.put("afterflow.payments." + provider + ".window", "15s"));
        settings.put("afterflow.payments.alipay.ask-after", "2s");
        return settings;
    }

    /** A buyer pays before the shop hears of the order; paying the same again changes nothing. */
    @Override
    public void paid(String provider, String payment, long minor) {
        switch (provider) {
            case "alipay" -> world.post("/sandbox/alipay/trades", "{\"outTradeNo\":\"%s\",\"amount\":\"%d.%02d\"}".formatted(payment, minor / 100, minor % 100)).orElseThrow();
            case "wechat" -> world.post("/sandbox/wechat/trades", "{\"outTradeNo\":\"%s\",\"total\":%d}".formatted(payment, minor)).orElseThrow();
            case "stripe" -> world.post("/sandbox/stripe/world/payments", "{\"payment\":\"%s\",\"amount\":%d,\"currency\":\"CNY\"}".formatted(payment, minor)).orElseThrow();
            default -> { }
        }
    }

    /** How many refunds were paid through each. */
    static Map<String, Long> paid(Books books) {
        Map<String, Long> paid = new TreeMap<>();
        PROVIDERS.forEach(provider -> paid.put(provider, books.count("select count(*) from payments.refund where state = 'SUCCEEDED' and provider = '" + provider + "'")));
        return paid;
    }
}
