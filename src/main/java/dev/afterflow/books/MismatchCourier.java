package dev.afterflow.books;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.dispatch.Courier;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.payments.Mismatches;
import dev.afterflow.payments.Mismatches.Item;
import dev.afterflow.security.Shops;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens finance's case for a difference, tells it of a change, and ends it when a statement has caught up. */
@Component
class MismatchCourier implements Courier {

    private static final String TEAM = "finance";
    private static final int URGENT = 80;
    private static final int USUAL = 60;
    private static final Duration UNTIL_THE_SHOP_IS_THERE = Duration.ofHours(6);

    private final Mismatches mismatches;
    private final Cases cases;
    private final Timeline timeline;
    private final ResolveMismatchProcess process;
    private final Shops shops;
    private final Outbox outbox;

    MismatchCourier(Mismatches mismatches, Cases cases, Timeline timeline, ResolveMismatchProcess process, Shops shops, Outbox outbox) {
        this.mismatches = mismatches;
        this.cases = cases;
        this.timeline = timeline;
        this.process = process;
        this.shops = shops;
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return Mismatches.KIND;
    }

    @Override
    public boolean staysInside() {
        return true;
    }

    /** Looks at how the difference stands now, under its lock, so that a change on the way is told once more or not needed. */
    @Override
    @Transactional
    public void carry(Parcel parcel) {
        if (shops.find(parcel.shop()).isEmpty()) {
            outbox.later(parcel.kind(), parcel.ref(), UNTIL_THE_SHOP_IS_THERE, "no such shop");
            return;
        }
        mismatches.lock(Long.parseLong(parcel.ref())).ifPresent(this::follow);
        outbox.done(parcel.kind(), parcel.ref());
    }

    private void follow(Item item) {
        if (item.open() && item.caseNumber() == null) {
            open(item);
        } else if (item.open()) {
            timeline.add(item.caseNumber(), "MONEY", Telling.of(item, true), Telling.of(item, false), Map.of("mismatch", item.id()));
        } else if (item.caseNumber() != null) {
            process.matched(item.caseNumber());
        }
    }

    private void open(Item item) {
        boolean chinese = shops.find(item.shop()).orElseThrow().language().startsWith("zh");
        Case opened = cases.raise(new Cases.NewCase(item.shop(), "books", "mismatch/" + item.id() + "/" + item.opened(), "1",
            Case.Kind.OTHER, null, null, null, null, Telling.of(item, chinese), Telling.amount(item), List.of(), false, null),
            ResolveMismatchProcess.KEY, TEAM, item.difference().isPositive() ? URGENT : USUAL);
        mismatches.opened(item.id(), opened.number());
        if (item.refundCase() != null && cases.look(item.refundCase()).isPresent()) {
            timeline.add(item.refundCase(), "MONEY", Telling.of(item, true) + "，财务工单 " + opened.number(),
                Telling.of(item, false) + ", finance works on it in " + opened.number(), Map.of("mismatch", item.id()));
        }
    }
}
