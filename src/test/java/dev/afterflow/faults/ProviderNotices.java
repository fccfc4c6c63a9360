package dev.afterflow.faults;

import dev.afterflow.cluster.Patience;
import dev.afterflow.cluster.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** F6 for Alipay, WeChat Pay and Stripe: the world tells of refunds again, twice at once, an older state last and forged, each sealed as that provider does. */
final class ProviderNotices {

    static final List<String> PROVIDERS = List.of("alipay", "wechat", "stripe");
    private static final List<String> HOWS = List.of("AGAIN", "TWICE", "OUT_OF_ORDER", "FORGED");
    private static final int REFUNDS = 8;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Field field;
    private final Books world;
    private final Random chance;

    private record Telling(String provider, String refundNo, String how) {

        boolean due(int status) {
            return status == 0 || status == 503 || status == (how.equals("FORGED") ? 401 : 200);
        }
    }

    ProviderNotices(Field field, long seed) {
        this.field = field;
        this.world = new Books(field.cluster.sandbox().books(), Sandbox.BOOKS);
        this.chance = new Random(seed);
    }

    /** Stripe is told where we listen a minute and a half after a node's start; the others learn it with each refund. */
    void awaitStripeKnowsUs() {
        Patience.until("Stripe knows where we listen", Duration.ofSeconds(180), () -> world.count("select count(*) from sandbox.stripe_hook where enabled") > 0);
    }

    /** Tells of some refunds of each provider in every manner, shuffled and many at once, and answers what was not answered as it should be. */
    List<String> storm() {
        Patience.until("each provider has paid some refunds", Duration.ofSeconds(120), () -> PROVIDERS.stream().allMatch(provider -> paid(provider).size() >= 3));
        List<Telling> tellings = new ArrayList<>();
        PROVIDERS.forEach(provider -> paid(provider).forEach(number -> HOWS.stream().filter(how -> !provider.equals("alipay") || !how.equals("OUT_OF_ORDER"))
                .forEach(how -> tellings.add(new Telling(provider, number, how)))));
        Collections.shuffle(tellings, chance);
        Map<String, Integer> seen = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        ExecutorService mouths = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Integer>> answers = tellings.stream().map(telling -> CompletableFuture.supplyAsync(() -> tell(telling), mouths)).toList();
            for (int i = 0; i < tellings.size(); i++) {
                Telling telling = tellings.get(i);
                int status = answers.get(i).join();
                seen.merge(telling.provider() + " " + telling.how() + " " + status, 1, Integer::sum);
                if (!telling.due(status)) {
                    wrong.add(telling + " was answered " + status);
                }
            }
        } finally {
            mouths.shutdown();
        }
        field.diary.note("F6", tellings.size() + " notices of three providers: " + seen);
        return wrong;
    }

    private int tell(Telling telling) {
        return field.cluster.sandbox().press("providers/tell", JSON.writeValueAsString(Map.of("refundNo", telling.refundNo(), "how", telling.how())))
                .map(act -> JSON.readTree(act).path("status").asInt()).orElse(-1);
    }

    private List<String> paid(String provider) {
        String merchant = provider.equals("alipay") ? "2088%" : provider.equals("wechat") ? "1900%" : "acct%";
        return world.ask("select refund_no from sandbox.refund where status = 'SUCCESS' and payment_no like 'PAY-F%' and merchant like '" + merchant
                + "' order by created_at desc limit " + REFUNDS);
    }

    /** Banks take payments back and decide; the notices of it come twice now and then. Answers what our books do not say as theirs. */
    List<String> disputes(int count) {
        return decided(takenBack(count));
    }

    /** Banks take so many payments back; answers the disputes' names once the house knows of all. */
    List<String> takenBack(int count) {
        List<String> ids = new ArrayList<>();
        for (int each = 0; each < count; each++) {
            String payment = "PAY-DISPUTED-" + Integer.toHexString(chance.nextInt()) + each;
            field.cluster.sandbox().post("/sandbox/stripe/world/payments", "{\"payment\":\"" + payment + "\",\"amount\":" + (900 + each) + ",\"currency\":\"USD\"}").orElseThrow();
            ids.add(JSON.readTree(field.cluster.sandbox().press("providers/dispute", "{\"payment\":\"" + payment + "\",\"reason\":\"fraudulent\"}").orElseThrow()).path("id").asString());
        }
        Patience.until("disputes are seen", Duration.ofSeconds(180), () -> known(ids) == count);
        return ids;
    }

    /** Banks decide about these, every second for us. Answers what our books do not say as theirs. */
    List<String> decided(List<String> ids) {
        int count = ids.size();
        for (int each = 0; each < count; each++) {
            field.cluster.sandbox().press("providers/decide", "{\"id\":\"" + ids.get(each) + "\",\"won\":" + (each % 2 == 0) + "}").orElseThrow();
        }
        boolean heard = Patience.within(Duration.ofSeconds(120), () -> field.books.count("""
                select count(*) from payments.chargeback where dispute_id = any (?::text[]) and status in ('WON','LOST')""", ids) == count);
        long ours = field.books.count("select coalesce(sum(amount), 0) from payments.ledger_entry where account = 'provider/stripe' and kind in ('chargeback', 'chargeback_fee')");
        long theirs = world.count("select coalesce(sum(amount - fee), 0) from sandbox.stripe_balance");
        List<String> wrong = new ArrayList<>();
        if (!heard) {
            wrong.add("not all decisions about disputes were heard");
        }
        if (ours != theirs) {
            wrong.add("our ledger says disputes moved " + ours + ", Stripe says " + theirs);
        }
        field.diary.note("F6", count + " disputes told and decided; ours " + ours + ", theirs " + theirs);
        return wrong;
    }

    private long known(List<String> ids) {
        return field.books.count("select count(*) from payments.chargeback where dispute_id = any (?::text[])", ids);
    }
}
