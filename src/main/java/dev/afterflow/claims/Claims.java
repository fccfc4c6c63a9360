package dev.afterflow.claims;

import dev.afterflow.carriers.Carriers;
import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.claims.ClaimView.Facts;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to claims against carriers: open one, and see how it stands; rows outside the asker's fence do not exist here (404). */
@Service
@Transactional
public class Claims {

    private final JdbcClaims store;
    private final Manifest manifest;
    private final Cases cases;
    private final Orders orders;
    private final Law law;
    private final ClaimLog log;
    private final Clock clock;

    Claims(JdbcClaims store, Manifest manifest, Cases cases, Orders orders, Law law, ClaimLog log, Clock clock) {
        this.store = store;
        this.manifest = manifest;
        this.cases = cases;
        this.orders = orders;
        this.law = law;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Opens a claim in the caller's transaction and freezes its evidence; its process is the caller's to start. The same case, waybill
     * and fault again, or a parcel and fault that has an open claim already, answers with that claim's number.
     *
     * @throws Problem 422 for amounts that make no claim, 404 for a case that is not there
     */
    public String open(NewClaim asked) {
        return open(asked, new Facts(false, false)).claimNo();
    }

    @Transactional(readOnly = true)
    public ClaimView find(String claimNo) {
        return store.find(claimNo).orElseThrow(() -> Problem.notFound("claim"));
    }

    @Transactional(readOnly = true)
    public List<ClaimView> ofCase(String caseNumber) {
        return store.ofCase(cases.find(caseNumber).number());
    }

    /** The claim and whether it is a new one. */
    record Opened(String claimNo, boolean fresh) {
    }

    Opened open(NewClaim told, Facts facts) {
        NewClaim asked = Asked.checked(told, clock.instant());
        List<ClaimView> before = store.of(asked.shop(), asked.carrier(), asked.waybill(), asked.fault());
        Optional<ClaimView> known = before.stream().filter(claim -> !claim.ended() || claim.caseNumber().equals(asked.caseNumber()) && !claim.takenBack()).findFirst();
        return known.map(claim -> new Opened(claim.claimNo(), false)).orElseGet(() -> begin(asked, facts, before.size()));
    }

    private Opened begin(NewClaim asked, Facts facts, int turn) {
        Case of = cases.find(asked.caseNumber());
        if (!of.shop().equals(asked.shop())) {
            throw Problem.notFound("case");
        }
        Optional<Order> order = of.orderId() == null ? Optional.empty() : orders.find(of.shop(), of.orderId());
        String claimNo = ClaimNumber.of(asked.shop(), asked.carrier(), asked.waybill(), asked.fault(), turn);
        Instant now = clock.instant();
        JdbcClaims.Opening opening = new JdbcClaims.Opening(claimNo, turn, order.map(Claims::region).orElse(""), value(asked, order), facts,
                law.complainBy(asked.shop(), asked.postedAt()),
                Who.ifAny().orElse(Who.SYSTEM).login(), now);
        if (!store.insert(asked, opening)) {
            return new Opened(store.of(asked.shop(), asked.carrier(), asked.waybill(), asked.fault()).get(0).claimNo(), false);
        }
        ClaimView claim = store.find(claimNo).orElseThrow();
        manifest.begin(claim, order, orders.packing(asked.shop(), List.of(asked.waybill())), now);
        log.told(claim, "CLAIM_OPENED", "发起理赔：" + Carriers.named(asked.carrier(), true) + " " + asked.waybill() + "，" + asked.fault().words(true) + "，损失 " + ClaimLog.money(asked.loss(), true),
                "Claim opened: " + Carriers.named(asked.carrier(), false) + " " + asked.waybill() + ", " + asked.fault().words(false) + ", loss " + ClaimLog.money(asked.loss(), false),
                Map.of("loss", asked.loss().minor(), "fault", asked.fault().name()));
        return new Opened(claimNo, true);
    }

    /** What the goods were worth: what was paid for the order, and never less than what was lost. */
    private static Money value(NewClaim asked, Optional<Order> order) {
        long paid = order.filter(of -> of.currency().equals(asked.loss().currency())).map(of -> of.paid().minor()).orElse(0L);
        return new Money(Math.max(asked.loss().minor(), paid), asked.loss().currency());
    }

    private static String region(Order order) {
        Order.Address to = order.buyer() == null ? null : order.buyer().address();
        if (to == null) {
            return "";
        }
        return to.province() == null ? String.valueOf(to.country()) : to.province();
    }
}
