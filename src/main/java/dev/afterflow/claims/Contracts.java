package dev.afterflow.claims;

import dev.afterflow.carriers.Carriers;
import dev.afterflow.claims.Contract.Clause;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Problem.Fault;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a shop agreed with its carriers, as a manager keeps it; until somebody does, terms found for carriers of that name. */
@Component
@Transactional
class Contracts {

    private final JdbcContracts store;
    private final Carriers carriers;
    private final Shops shops;
    private final Audit audit;
    private final Clock clock;

    Contracts(JdbcContracts store, Carriers carriers, Shops shops, Audit audit, Clock clock) {
        this.store = store;
        this.carriers = carriers;
        this.shops = shops;
        this.audit = audit;
        this.clock = clock;
    }

    /** Terms, what is still asked for, how claims go out today, and whether the shop wrote them itself. */
    record Listed(Contract terms, List<String> missing, String channel, boolean own) {
    }

    /** The terms that hold for a parcel; a carrier nobody knows has none, and the law alone speaks. */
    @Transactional(readOnly = true)
    Contract inForce(String shop, String carrier, String region) {
        Shop of = shops.find(shop).orElseThrow();
        LocalDate today = today(of);
        return store.inForce(shop, carrier, region, today).or(() -> usual(of).stream().filter(terms -> terms.carrier().equals(carrier)).findFirst())
                .orElseGet(() -> new Contract(null, shop, carrier, "", today, Clause.NONE, null, "DISCOVERED", null, null, null, null,
                        of.currency(), null, null, null, "", false, null, null));
    }

    @Transactional(readOnly = true)
    List<Listed> of(String shop) {
        Shop of = shops.reachable(shop);
        List<Contract> own = store.of(of.id(), today(of));
        var written = own.stream().map(Contract::carrier).collect(Collectors.toSet());
        Stream<Contract> usual = usual(of).stream().filter(terms -> !written.contains(terms.carrier()));
        return Stream.concat(own.stream(), usual).map(terms -> new Listed(terms, terms.missing(),
                terms.byHand() ? "PORTAL" : carriers.channel(of.id(), terms.carrier()).name(), terms.id() != null)).toList();
    }

    @Transactional(readOnly = true)
    List<Contract> history(String shop, String carrier, String region) {
        return store.history(shops.reachable(shop).id(), word(carrier), region == null ? "" : region.strip());
    }

    /** Writes terms that hold from their day on; what was claimed before keeps the terms it was reckoned by. */
    Contract change(String shop, Contract told, Who who) {
        Shop of = shops.reachable(shop);
        check(told);
        Contract terms = new Contract(null, of.id(), word(told.carrier()), told.region() == null ? "" : told.region().strip(), told.validFrom(),
                told.clause(), told.windowHours(), told.windowFrom() == null ? "DISCOVERED" : told.windowFrom(), told.answerDays(), told.payDays(),
                told.multiple(), told.cap(), of.currency(), told.insuredRule(), told.channel(), told.approveAbove(),
                told.note() == null ? "" : told.note().strip(), told.ended(), null, null);
        Contract saved = store.insert(terms, who.login(), clock.instant());
        Map<String, Object> details = new HashMap<>(Map.of("carrier", saved.carrier(), "region", saved.region(), "validFrom", saved.validFrom().toString(),
                "clause", saved.clause().name(), "ended", saved.ended()));
        details.put("windowHours", saved.windowHours());
        details.put("multiple", saved.multiple());
        details.put("cap", saved.cap());
        details.put("insuredRule", saved.insuredRule());
        audit.record(of.id(), "CARRIER_CONTRACT_CHANGED", "carrierContract", Long.toString(saved.id()), details);
        return saved;
    }

    private List<Contract> usual(Shop shop) {
        return store.usual(shop.id(), shop.currency());
    }

    private LocalDate today(Shop shop) {
        return LocalDate.now(clock.withZone(ZoneId.of(shop.timeZone())));
    }

    private static void check(Contract told) {
        List<Fault> faults = new ArrayList<>();
        demand(faults, told.carrier() != null && word(told.carrier()).matches("[a-z0-9-]{2,40}"), "carrier", "请填写承运商代码，如 sf", "Give the carrier's word, such as sf");
        demand(faults, told.region() == null || told.region().length() <= 60, "region", "地区最多 60 字", "A region has at most 60 characters");
        demand(faults, told.validFrom() != null && told.validFrom().getYear() >= 2000 && told.validFrom().getYear() < 2100, "validFrom",
                "请填写生效日期", "Say from which day on it holds");
        demand(faults, told.clause() != null, "clause", "请选择未保价条款", "Choose what holds for parcels that are not insured");
        demand(faults, within(told.windowHours(), 87_600), "windowHours", "报损时限为 1 到 87600 小时，不知道就留空", "1 to 87600 hours, or empty if nobody knows");
        demand(faults, told.windowFrom() == null || List.of("DISCOVERED", "POSTED").contains(told.windowFrom()), "windowFrom", "请选择从何时起算", "Say what it counts from");
        demand(faults, within(told.answerDays(), 365), "answerDays", "答复期限为 1 到 365 天", "1 to 365 days");
        demand(faults, within(told.payDays(), 365), "payDays", "付款期限为 1 到 365 天", "1 to 365 days");
        demand(faults, within(told.multiple(), 100), "multiple", "倍数为 1 到 100", "1 to 100 times");
        demand(faults, told.cap() == null || told.cap() > 0 && told.cap() <= 100_000_000_00L, "cap", "上限应大于零", "The cap is more than zero");
        demand(faults, told.approveAbove() == null || told.approveAbove() >= 0, "approveAbove", "金额不能为负", "This cannot be negative");
        demand(faults, told.insuredRule() == null || List.of("PROPORTION", "UP_TO_DECLARED").contains(told.insuredRule()), "insuredRule", "请选择保价规则", "Choose the rule for insured parcels");
        demand(faults, told.channel() == null || told.channel().equals("PORTAL"), "channel", "请选择提交方式", "Choose how claims go out");
        demand(faults, told.note() == null || told.note().length() <= 1_000 && told.note().indexOf('\0') < 0, "note", "备注最多 1000 字", "At most 1000 characters");
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private static boolean within(Integer value, int most) {
        return value == null || value >= 1 && value <= most;
    }

    private static void demand(List<Fault> faults, boolean holds, String field, String zh, String en) {
        if (!holds) {
            faults.add(new Fault(field, "range", zh, en));
        }
    }

    static String word(String carrier) {
        return carrier.strip().toLowerCase(Locale.ROOT);
    }
}
