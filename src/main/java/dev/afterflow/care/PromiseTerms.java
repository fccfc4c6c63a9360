package dev.afterflow.care;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Problem.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a shop promises about shipping and pays when it breaks it.
 *
 * @param validFrom from when it counts; null for now, and where nobody set anything
 * @param promiseHours hours from payment to shipping where the order states no time, 0 for no such promise
 * @param warnHours how long before that the warehouse is warned
 * @param late what a late order is owed; empty parts are the table's
 * @param shortage what an order out of stock is owed; empty parts are the table's
 * @param payer SHOP pays by the way the order was paid, PLATFORM deducts it itself and it is only booked
 * @param autoMost compensation up to this needs no second person, in minor units; one agent's limit of D7 by default [B][WG-22]
 * @param confirmCod whether buyers who pay at the door are asked before the parcel leaves
 */
record PromiseTerms(Instant validFrom, String ruleSet, int promiseHours, int warnHours, Rate late, Rate shortage, String payer,
                    long autoMost, boolean confirmCod) {

    static final long AUTO_MOST = 10_000;
    private static final Set<String> RULE_SETS = Set.of("TAOBAO", "TAOBAO_2015", "TMALL", "INTERNAL", "NONE");
    private static final Set<String> PAYERS = Set.of("SHOP", "PLATFORM");
    private static final int LONGEST_PROMISE = 2160;
    private static final int LONGEST_WARNING = 240;
    private static final long MOST_MONEY = 100_000_000;

    PromiseTerms {
        late = late == null ? Rate.OF_THE_TABLE : late;
        shortage = shortage == null ? Rate.OF_THE_TABLE : shortage;
    }

    /** A share of the price with its bounds in minor units, each null for what the table says; most 0 for no bound but the price. */
    record Rate(Integer percent, Long least, Long most) {

        static final Rate OF_THE_TABLE = new Rate(null, null, null);

        boolean fits() {
            return (percent == null || percent >= 0 && percent <= 100) && inRange(least) && inRange(most)
                    && (least == null || most == null || most == 0 || least <= most);
        }

        private static boolean inRange(Long minor) {
            return minor == null || minor >= 0 && minor <= MOST_MONEY;
        }
    }

    void check(Instant now) {
        List<Fault> faults = new ArrayList<>();
        demand(faults, ruleSet != null && RULE_SETS.contains(ruleSet), "ruleSet", "oneOf", "请选择规则集", "Choose a rule set");
        demand(faults, promiseHours >= 0 && promiseHours <= LONGEST_PROMISE, "promiseHours", "range", "0 到 2160 小时", "0 to 2160 hours");
        demand(faults, warnHours >= 0 && warnHours <= LONGEST_WARNING, "warnHours", "range", "0 到 240 小时", "0 to 240 hours");
        demand(faults, late.fits(), "late", "range", "百分比 0 到 100，最低不高于最高", "0 to 100 percent, the least not above the most");
        demand(faults, shortage.fits(), "shortage", "range", "百分比 0 到 100，最低不高于最高", "0 to 100 percent, the least not above the most");
        demand(faults, payer != null && PAYERS.contains(payer), "payer", "oneOf", "由店铺或平台支付", "The shop or the platform pays");
        demand(faults, autoMost >= 0 && autoMost <= MOST_MONEY, "autoMost", "range", "金额超出范围", "The amount is out of range");
        demand(faults, validFrom == null || !validFrom.isBefore(now), "validFrom", "future", "生效时间不能早于现在", "It counts from now on, not from the past");
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private static void demand(List<Fault> faults, boolean holds, String field, String rule, String zh, String en) {
        if (!holds) {
            faults.add(new Fault(field, rule, zh, en));
        }
    }
}
