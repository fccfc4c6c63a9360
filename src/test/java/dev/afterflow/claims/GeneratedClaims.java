package dev.afterflow.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.intake.Intake;
import dev.afterflow.money.Money;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many claims against the played carriers: a part goes out as real work orders and comes back by callback and question, the rest by letter.
 * The carriers answer and pay as a seed has it; what they said and transferred stands in the sandbox's own books, and ours must say the same
 * to the cent, claim by claim.
 */
abstract class GeneratedClaims {

    private static final int PER_CASE = 50;
    private static final Map<String, String> MACHINES = Map.of("yto", "YT", "sto", "ST", "jt", "JT");
    private static final List<String> LETTERS = List.of("gen-a", "gen-b", "gen-c");

    @LocalServerPort
    int port;
    @Autowired
    Claims claims;
    @Autowired
    Assessing assessing;
    @Autowired
    ClaimFiling filing;
    @Autowired
    Intake intake;
    @Autowired
    Cases cases;
    @Autowired
    Shops shops;
    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate tx;
    @Autowired
    JsonMapper json;
    @Autowired
    Clock clock;

    private String shop;
    private Visitor lin;

    /** {@code machines} of a hundred claims go out as work orders. */
    void theBooksSayWhatTheCarriersKnow(long seed, int many, int machines) {
        Random random = new Random(seed);
        shop = "claims-gen-" + seed;
        lin = Visitor.as("lin", port);
        tx.executeWithoutResult(status -> shops.open(new Shop(shop, "CG" + (char) ('A' + seed % 26) + (char) ('A' + seed / 26 % 26), "理赔", "Claims", "taobao",
                "Asia/Shanghai", "CNY", "CN", "zh-CN")));
        List<String> numbers = new ArrayList<>();
        String caseNumber = null;
        for (int n = 0; n < many; n++) {
            caseNumber = n % PER_CASE == 0 ? aCase(n) : caseNumber;
            numbers.add(oneClaim(random, caseNumber, n, random.nextInt(100) < machines));
        }
        await("every claim is at its carrier").atMost(Duration.ofMinutes(10)).until(() -> count("""
                select count(*) from sandbox.work_order where reference = any (:numbers::text[])""", numbers) >= many);
        carriersSpeakAndPay(random, seed, numbers);
        await("all that was said is heard").atMost(Duration.ofMinutes(10)).until(() -> unheard() == 0);
        compare(seed, numbers);
    }

    private String oneClaim(Random random, String caseNumber, int n, boolean machine) {
        String carrier = machine ? MACHINES.keySet().stream().sorted().toList().get(random.nextInt(3)) : LETTERS.get(random.nextInt(3));
        String waybill = MACHINES.getOrDefault(carrier, "GEN") + shop.hashCode() + "-" + n;
        Money loss = new Money(100 + random.nextInt(200_000), "CNY");
        String claimNo = tx.execute(status -> claims.open(new NewClaim(caseNumber, shop, carrier, waybill, Fault.LOST, loss, null, new Money(800, "CNY"), null,
                clock.instant().minus(Duration.ofHours(2)))));
        tx.executeWithoutResult(status -> assessing.assess(caseNumber, claimNo));
        tx.executeWithoutResult(status -> filing.file(claimNo));
        if (!machine) {
            act("letter", Map.of("carrier", carrier, "waybill", waybill, "number", claimNo, "minor", tx.execute(status -> claims.find(claimNo)).money().claimed().minor()));
        }
        return claimNo;
    }

    /** Letters and statement lines come in any order, some twice, while callbacks about work orders come as they please. */
    private void carriersSpeakAndPay(Random random, long seed, List<String> numbers) {
        List<Runnable> news = new ArrayList<>();
        List<Runnable> takenBack = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += 100) {
            JsonNode post = act("play", Map.of("seed", seed, "numbers", numbers.subList(from, Math.min(from + 100, numbers.size()))));
            post.path("answers").forEach(row -> repeated(random, news, "answers", row));
            post.path("settlements").forEach(row -> repeated(random, row.has("reverses") ? takenBack : news, "settlements", row));
            Collections.shuffle(news, random);
            news.forEach(Runnable::run);
            news.clear();
        }
        takenBack.forEach(Runnable::run);
    }

    private void repeated(Random random, List<Runnable> news, String kind, JsonNode row) {
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            news.add(() -> assertThat(intake.deliver(shop, "test", kind, row).rejected()).as(row.toString()).isZero());
        }
    }

    private long unheard() {
        return tx.execute(status -> sql.sql("""
                select (select count(*) from carriers.request where shop_id = :shop and told > asked)
                  + (select count(*) from dispatch.outbox where shop_id = :shop and kind = 'carrier' and not done and next_at < now() + interval '1 minute')
                  + (select count(*) from carriers.answer a where shop_id = :shop and verdict in ('AGREED', 'PART', 'DENIED')
                      and not exists (select 1 from claims.answer c where (c.number, c.verdict, c.reference) = (a.number, a.verdict, a.reference)))
                  + (select count(*) from intake.message where shop_id = :shop and state = 'PARKED')""").param("shop", shop).query(Long.class).single());
    }

    private record Sums(long agreed, long paid, long receivable, long surplus) {
    }

    /** What the carriers' own books say of a claim: who only pays has agreed to what it paid, and owes what it agreed and did not pay. */
    private static final String THEIRS = """
            select w.reference, w.com, coalesce(w.paid_minor, least(coalesce(sum(p.amount_minor) filter (where p.reverses is null), 0), w.value_minor)) as agreed,
              coalesce(sum(case when p.reverses is null then p.amount_minor else -p.amount_minor end), 0) as paid
            from sandbox.work_order w left join sandbox.carrier_payment p on p.claim_no = w.id
            where w.reference = any (:numbers::text[]) group by w.id""";

    private void compare(long seed, List<String> numbers) {
        assertThat(count("select count(*) from sandbox.work_order where reference = any (:numbers::text[])", numbers)).as("claims at the carriers: none twice, none lost")
                .isEqualTo(numbers.size());
        List<String> otherwise = tx.execute(status -> sql.sql("select c.claim_no || ': ours ' || c.agreed || ' and ' || c.received || ', theirs ' || t.agreed || ' and ' || t.paid from ("
                + THEIRS + ") t join claims.claim c on c.claim_no = t.reference where (c.agreed, c.received) <> (t.agreed, t.paid)")
                .param("numbers", numbers.toArray(String[]::new)).query(String.class).list());
        assertThat(otherwise).as("claims whose carrier's own books say otherwise").isEmpty();
        long agreed = 0;
        long paid = 0;
        for (String carrier : tx.execute(status -> sql.sql("select distinct carrier from claims.claim where shop_id = :shop").param("shop", shop).query(String.class).list())) {
            Sums theirs = theirs(carrier, numbers);
            assertThat(balance("recovery", carrier)).as("agreed by " + carrier).isEqualTo(-theirs.agreed());
            assertThat(balance("cash", carrier)).as("paid by " + carrier).isEqualTo(theirs.paid());
            assertThat(balance("receivable", carrier)).as("owed by " + carrier).isEqualTo(theirs.receivable());
            assertThat(balance("surplus", carrier)).as("paid too much by " + carrier).isEqualTo(-theirs.surplus());
            agreed += theirs.agreed();
            paid += theirs.paid();
        }
        assertThat(count("select coalesce(sum(amount), 0) from claims.ledger_entry where claim_no = any (:numbers::text[])", numbers)).as("the ledger's sum").isZero();
        assertThat(agreed).isPositive();
        System.out.printf("[claims] seed %d: %d claims, %d by work order; the carriers' books and ours: agreed %d.%02d, paid %d.%02d CNY; to the cent%n", seed, numbers.size(),
                count("select count(*) from sandbox.work_order where reference = any (:numbers::text[]) and callback is not null", numbers), agreed / 100, agreed % 100, paid / 100, paid % 100);
    }

    private Sums theirs(String carrier, List<String> numbers) {
        return tx.execute(status -> sql.sql("select coalesce(sum(t.agreed), 0) as agreed, coalesce(sum(t.paid), 0) as paid, coalesce(sum(greatest(0, t.agreed - t.paid)), 0) as receivable, "
                + "coalesce(sum(greatest(0, t.paid - t.agreed)), 0) as surplus from (" + THEIRS + ") t where t.reference in (select claim_no from claims.claim where carrier = :carrier)")
                .param("numbers", numbers.toArray(String[]::new)).param("carrier", carrier).query(Sums.class).single());
    }

    private long balance(String account, String carrier) {
        return tx.execute(status -> sql.sql("select coalesce(sum(amount), 0) from claims.ledger_entry where shop_id = :shop and account = :account").param("shop", shop)
                .param("account", account + "/" + carrier).query(Long.class).single());
    }

    private long count(String question, List<String> numbers) {
        return tx.execute(status -> sql.sql(question).param("numbers", numbers.toArray(String[]::new)).query(Long.class).single());
    }

    private JsonNode act(String what, Map<String, ?> words) {
        Visitor.Answer answer = lin.post("/sandbox/world/carriers/" + what, json.writeValueAsString(words));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String aCase(int n) {
        return tx.execute(status -> cases.open(new Cases.NewCase(shop, "test", "gen-" + shop + n, "1", Case.Kind.QUESTION, null, null, null, null, "包裹丢失", null, List.of(),
                false, null))).number();
    }
}
