package dev.afterflow.sandbox;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Draws the played provider's faults: the same seed, refund number and visit always meet the same one. */
@Component
@Transactional
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class PayFaults {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PayFaults(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param rates chance of each fault, 0 to 1
     * @param delaySeconds how much later LATE, PROCESSING and CLOSE end
     * @param doubledNotices chance that a notice comes twice
     * @param lostNotices chance that a notice never comes
     * @param ignoreRepeats pays a repeated number again instead of remembering it
     * @param plans faults of single payments, in the order of their visits; they go before the chances
     */
    record Setting(Long seed, Map<PayFault, Double> rates, Integer delaySeconds, Double doubledNotices, Double lostNotices,
            Boolean ignoreRepeats, Map<String, List<PayFault>> plans) {

        Setting {
            seed = seed == null ? 1L : seed;
            rates = rates == null || rates.isEmpty() ? Map.of() : new EnumMap<>(rates);
            delaySeconds = delaySeconds == null ? 2 : delaySeconds;
            doubledNotices = doubledNotices == null ? 0.0 : doubledNotices;
            lostNotices = lostNotices == null ? 0.0 : lostNotices;
            ignoreRepeats = ignoreRepeats != null && ignoreRepeats;
            plans = plans == null ? Map.of() : plans;
        }
    }

    void set(Setting setting) {
        jdbc.sql("""
                insert into sandbox.fault_setting (setting) values (:setting::jsonb)
                on conflict (single) do update set setting = excluded.setting""")
            .param("setting", json.writeValueAsString(withoutPlans(setting))).update();
        setting.plans().forEach(this::plan);
    }

    /** Adds plans for single payments and leaves the chances as they are. */
    void plan(String paymentNo, List<PayFault> faults) {
        jdbc.sql("delete from sandbox.fault_plan where payment_no = :payment").param("payment", paymentNo).update();
        for (int visit = 0; visit < faults.size(); visit++) {
            jdbc.sql("insert into sandbox.fault_plan (payment_no, visit, fault) values (:payment, :visit, :fault)")
                .param("payment", paymentNo).param("visit", visit + 1).param("fault", faults.get(visit).name()).update();
        }
    }

    Setting setting() {
        return jdbc.sql("select setting from sandbox.fault_setting").query(String.class).optional()
            .map(text -> json.readValue(text, Setting.class)).orElseGet(() -> new Setting(null, null, null, null, null, null, null));
    }

    PayFault draw(String paymentNo, String refundNo) {
        int visit = jdbc.sql("""
                insert into sandbox.visit as v (refund_no, visits) values (:no, 1)
                on conflict (refund_no) do update set visits = v.visits + 1 returning visits""")
            .param("no", refundNo).query(Integer.class).single();
        return planned(paymentNo, visit).orElseGet(() -> byChance(setting(), refundNo, visit));
    }

    /** A chance between 0 and 1 that belongs to these words. */
    static double chance(long seed, String words) {
        return new SplittableRandom(seed * 1_000_003L + words.hashCode()).nextDouble();
    }

    private Optional<PayFault> planned(String paymentNo, int visit) {
        return jdbc.sql("select fault from sandbox.fault_plan where payment_no = :payment and visit = :visit")
            .param("payment", paymentNo).param("visit", visit).query(String.class).optional().map(PayFault::valueOf);
    }

    private static PayFault byChance(Setting setting, String refundNo, int visit) {
        double left = chance(setting.seed(), refundNo + "/" + visit);
        for (PayFault fault : PayFault.values()) {
            left -= setting.rates().getOrDefault(fault, 0.0);
            if (left < 0) {
                return fault;
            }
        }
        return PayFault.NONE;
    }

    private static Setting withoutPlans(Setting setting) {
        return new Setting(setting.seed(), setting.rates(), setting.delaySeconds(), setting.doubledNotices(),
            setting.lostNotices(), setting.ignoreRepeats(), Map.of());
    }
}
