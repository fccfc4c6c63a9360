package dev.afterflow.claims;

import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Problem.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a claim must say before it is one. */
final class Asked {

    private static final Pattern WAYBILL = Pattern.compile("[A-Za-z0-9-]{4,64}");
    private static final long MOST = 100_000_000_00L;

    private Asked() {
    }

    /** The same with the carrier's word as it is kept, and a discovery time. */
    static NewClaim checked(NewClaim told, Instant now) {
        List<Fault> faults = new ArrayList<>();
        demand(faults, told.caseNumber() != null && told.shop() != null, "caseNumber", "请指明工单", "Say which case it is about");
        demand(faults, told.carrier() != null && Contracts.word(told.carrier()).matches("[a-z0-9-]{2,40}"), "carrier", "请填写承运商代码，如 sf",
                "Give the carrier's word, such as sf");
        demand(faults, told.waybill() != null && WAYBILL.matcher(told.waybill().strip()).matches(), "waybill", "请填写运单号", "Give the waybill");
        demand(faults, told.fault() != null, "fault", "请选择承运商的过失", "Choose what the carrier did");
        demand(faults, told.loss() != null && told.loss().isPositive() && told.loss().minor() <= MOST, "loss", "损失应大于零", "The loss is more than zero");
        demand(faults, alike(told.loss(), told.declared()), "declared", "保价金额须与损失同币种且不为负", "The declared value is in the loss's currency and not negative");
        demand(faults, alike(told.loss(), told.freight()), "freight", "运费须与损失同币种且不为负", "The freight is in the loss's currency and not negative");
        demand(faults, told.postedAt() == null || !told.postedAt().isAfter(now), "postedAt", "寄出时间不能在将来", "It cannot have been posted in the future");
        demand(faults, told.discoveredAt() == null || !told.discoveredAt().isAfter(now), "discoveredAt", "发现时间不能在将来", "It cannot have been found out in the future");
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return new NewClaim(told.caseNumber(), told.shop(), Contracts.word(told.carrier()), told.waybill().strip(), told.fault(), told.loss(),
                told.declared() == null || told.declared().isZero() ? null : told.declared(), told.freight(), told.postedAt(),
                told.discoveredAt() == null ? now : told.discoveredAt());
    }

    private static boolean alike(Money loss, Money other) {
        return other == null || loss != null && other.currency().equals(loss.currency()) && other.minor() >= 0 && other.minor() <= MOST;
    }

    private static void demand(List<Fault> faults, boolean holds, String field, String zh, String en) {
        if (!holds) {
            faults.add(new Fault(field, "range", zh, en));
        }
    }
}
