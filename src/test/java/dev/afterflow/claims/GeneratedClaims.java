package dev.afterflow.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.carriers.CarrierAnswered;
import dev.afterflow.carriers.CarrierAnswered.Verdict;
import dev.afterflow.carriers.CarrierRequest;
import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.claims.JdbcFilings.Answer.Source;
import dev.afterflow.claims.JdbcReceipts.Line;
import dev.afterflow.money.Money;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Many claims against carriers that answer and pay as a seed will have it: late, twice, in parts, before their own word, too much, and take
 * money back. The carriers keep a log of their own; our books must say the same to the cent.
 */
abstract class GeneratedClaims {

    private static final int PER_CASE = 50;

    @Autowired
    Claims claims;
    @Autowired
    Assessing assessing;
    @Autowired
    ClaimFiling filing;
    @Autowired
    Hearing hearing;
    @Autowired
    Receipts receipts;
    @Autowired
    Cases cases;
    @Autowired
    Shops shops;
    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate tx;
    @Autowired
    Clock clock;

    /** What the carriers know: what they granted and what they paid, by carrier. */
    private final Map<String, long[]> log = new TreeMap<>();

    void theBooksSayWhatTheCarriersKnow(long seed, int many) {
        Random random = new Random(seed);
        String shop = "claims-gen-" + seed;
        tx.executeWithoutResult(status -> shops.open(new Shop(shop, "CG" + (char) ('A' + seed % 26) + (char) ('A' + seed / 26 % 26), "理赔", "Claims", "taobao",
                "Asia/Shanghai", "CNY", "CN", "zh-CN")));
        List<Runnable> news = new ArrayList<>();
        String caseNumber = null;
        for (int n = 0; n < many; n++) {
            if (n % PER_CASE == 0) {
                caseNumber = aCase(shop, n);
            }
            news.addAll(oneClaim(random, shop, caseNumber, n));
        }
        Collections.shuffle(news, random);
        news.forEach(Runnable::run);
        takeBack.forEach(Runnable::run);
        compare(shop, many);
    }

    /** Reversals come after the payments they take back, as they do on statements. */
    private final List<Runnable> takeBack = new ArrayList<>();

    private List<Runnable> oneClaim(Random random, String shop, String caseNumber, int n) {
        String carrier = List.of("gen-a", "gen-b", "gen-c").get(random.nextInt(3));
        long loss = 100 + random.nextInt(200_000);
        String claimNo = tx.execute(status -> claims.open(new NewClaim(caseNumber, shop, carrier, "GEN-" + n, Fault.LOST, cny(loss), null, null, null,
                clock.instant().minus(Duration.ofHours(2)))));
        tx.executeWithoutResult(status -> assessing.assess(caseNumber, claimNo));
        tx.executeWithoutResult(status -> filing.file(claimNo));
        long granted = random.nextInt(4) == 0 ? 0 : random.nextInt(3) == 0 ? 1 + random.nextLong(loss) : loss;
        boolean speaks = granted > 0 && random.nextInt(6) > 0;
        List<Runnable> news = new ArrayList<>();
        if (granted == 0 || random.nextInt(5) == 0) {
            repeated(random, news, () -> says(claimNo, caseNumber, shop, Verdict.DENIED, null, "D"));
        }
        if (speaks) {
            repeated(random, news, () -> says(claimNo, caseNumber, shop, granted == loss ? Verdict.AGREED : Verdict.PART, cny(granted), "A"));
        }
        long paid = granted == 0 || random.nextInt(8) == 0 && speaks ? 0 : random.nextInt(10) == 0 && speaks && granted == loss ? granted + 1 + random.nextInt(500) : granted;
        pay(random, news, shop, carrier, claimNo, paid, n);
        long back = paid > 0 && speaks && random.nextInt(15) == 0 ? paid : 0;
        long[] known = log.computeIfAbsent(carrier, name -> new long[3]);
        long agreed = speaks ? granted : paid;
        known[0] += agreed;
        known[1] += paid - back;
        known[2] += Math.max(0, agreed - (paid - back));
        if (back > 0) {
            takeBack.add(() -> lines.get(claimNo).forEach(line -> take(shop, new Line(carrier, "R" + line.lineId(), line.lineId(), line.amount(), null, null, null, null, clock.instant()))));
        }
        return news;
    }

    private final Map<String, List<Line>> lines = new TreeMap<>();

    private void pay(Random random, List<Runnable> news, String shop, String carrier, String claimNo, long paid, int n) {
        List<Line> parts = new ArrayList<>();
        long left = paid;
        while (left > 0) {
            long part = parts.size() < 3 && random.nextInt(3) == 0 ? 1 + random.nextLong(left) : left;
            String words = random.nextInt(2) == 0 ? "理赔款 " + claimNo + " 11月" : null;
            parts.add(new Line(carrier, "L" + n + "-" + parts.size(), null, cny(part), words == null ? claimNo : null, null, null, words, clock.instant()));
            left -= part;
        }
        lines.put(claimNo, parts);
        parts.forEach(line -> repeated(random, news, () -> take(shop, line)));
    }

    private static void repeated(Random random, List<Runnable> news, Runnable one) {
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            news.add(one);
        }
    }

    private void says(String claimNo, String caseNumber, String shop, Verdict verdict, Money amount, String reference) {
        hearing.take(new CarrierAnswered(claimNo, caseNumber, shop, CarrierRequest.Kind.CLAIM, verdict, amount, reference + claimNo, "", clock.instant()), Source.CARRIER);
    }

    private void take(String shop, Line line) {
        receipts.take(shop, line);
    }

    private void compare(String shop, int many) {
        tx.executeWithoutResult(status -> {
            log.forEach((carrier, known) -> {
                assertThat(balance(shop, "recovery/" + carrier)).as("agreed by " + carrier).isEqualTo(-known[0]);
                assertThat(balance(shop, "cash/" + carrier)).as("paid by " + carrier).isEqualTo(known[1]);
                assertThat(balance(shop, "receivable/" + carrier)).as("owed by " + carrier).isEqualTo(known[2]);
            });
            assertThat(sql.sql("select coalesce(sum(amount), 0) from claims.ledger_entry where shop_id = :shop").param("shop", shop).query(Long.class).single()).isZero();
            assertThat(sql.sql("select count(*) from claims.claim where shop_id = :shop and filings = 1").param("shop", shop).query(Integer.class).single()).isEqualTo(many);
            assertThat(sql.sql("""
                    select count(*) from claims.claim c where shop_id = :shop and (received <> coalesce((select sum(case kind when 'PAYMENT' then amount else -amount end)
                      from claims.receipt r where r.claim_no = c.claim_no), 0) or agreed <> -coalesce((select sum(amount) from claims.ledger_entry l
                      where l.claim_no = c.claim_no and l.account = 'recovery/' || c.carrier), 0))""").param("shop", shop).query(Integer.class).single()).isZero();
        });
    }

    private long balance(String shop, String account) {
        return sql.sql("select coalesce(sum(amount), 0) from claims.ledger_entry where shop_id = :shop and account = :account").param("shop", shop)
                .param("account", account).query(Long.class).single();
    }

    private String aCase(String shop, int n) {
        return cases.open(new Cases.NewCase(shop, "test", "gen-" + shop + n, "1", Case.Kind.QUESTION, null, null, null, null, "包裹丢失", null, List.of(),
                false, null)).number();
    }

    private static Money cny(long minor) {
        return new Money(minor, "CNY");
    }
}
