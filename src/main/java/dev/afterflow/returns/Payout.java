package dev.afterflow.returns;

import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.logistics.GoodsReturn;
import dev.afterflow.orders.Order;
import dev.afterflow.payments.PaidPart;
import dev.afterflow.payments.Payments;
import dev.afterflow.payments.RefundDecision;
import dev.afterflow.payments.Settlement;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From an agreed amount to money at the buyer: who approves, the decision, its end; amounts come from our tables only. */
@Component
@Transactional
class Payout {

    private static final Duration SUSPECT_WINDOW = Duration.ofDays(30);
    private static final String NOBODY = "none";

    private final JdbcReturns store;
    private final JdbcAnswers answers;
    private final Gathering gathering;
    private final Homecoming homecoming;
    private final Authority authority;
    private final Urgency urgency;
    private final Cases cases;
    private final Payments payments;
    private final Timeline timeline;
    private final Audit audit;
    private final boolean smallTeam;

    Payout(JdbcReturns store, JdbcAnswers answers, Gathering gathering, Homecoming homecoming, Authority authority, Urgency urgency, Cases cases,
           Payments payments, Timeline timeline, Audit audit, @Value("${afterflow.security.small-team:false}") boolean smallTeam) {
        this.store = store;
        this.answers = answers;
        this.gathering = gathering;
        this.homecoming = homecoming;
        this.authority = authority;
        this.urgency = urgency;
        this.cases = cases;
        this.payments = payments;
        this.timeline = timeline;
        this.audit = audit;
        this.smallTeam = smallTeam;
    }

    /** What {@code approval-authority} asks. */
    Map<String, Object> approvalFacts(String caseNumber) {
        Return known = locked(caseNumber);
        Facts facts = gathering.of(caseNumber);
        Map<String, Object> told = new HashMap<>(authority.facts(known.shop()));
        told.put("kind", kind(known, facts));
        told.put("reasonType", known.finding().reasonType());
        told.put("amountMinor", known.agreed().minor());
        told.put("paidMinor", facts.order().paid().minor());
        told.put("days", facts.days());
        told.putAll(routing(known, facts));
        return told;
    }

    /** What {@code refund-routing} asks. */
    private Map<String, Object> routing(Return known, Facts facts) {
        Map<String, Object> told = new HashMap<>();
        Instant deadline = facts.asked().platformDeadline();
        told.put("claimsMore", Claims.more(facts, cases.buyerWords(known.caseNumber())));
        told.put("decision", "AGREE");
        told.put("stage", facts.stage());
        told.put("goodsOutcome", homecoming.goods(known.caseNumber()).map(GoodsReturn::inspection).map(GoodsReturn.Inspection::outcome).orElse(""));
        told.put("suspectReturns", store.suspects(known, facts.now().minus(SUSPECT_WINDOW)));
        told.put("urgentHours", urgency.hours(known.shop()));
        told.put("hoursLeft", deadline == null ? null : Duration.between(facts.now(), deadline).toHours());
        return told;
    }

    private static String kind(Return known, Facts facts) {
        if (compensates(known)) {
            return TakingUp.COMPENSATION;
        }
        if (facts.unshipped()) {
            return "CANCEL";
        }
        boolean goodsBack = Set.of("returnRefund", "exchange").contains(String.valueOf(known.course().remedy()));
        return !goodsBack ? "WITHOUT_RETURN" : "NO_REASON".equals(known.finding().reasonType()) ? "RETURN_PERSONAL" : "RETURN_OTHER_REASON";
    }

    private static boolean compensates(Return known) {
        return TakingUp.COMPENSATION.equals(known.finding().reasonType());
    }

    /** What the tables said about who approves: the route, and the role and team of {@code approval-authority}. */
    record Said(String route, String routeTeam, String role, String team) {
    }

    /** Keeps the role that must approve; the team that does, or nobody when the reviewer's own authority is enough. */
    String noteApproval(String caseNumber, Said said) {
        Return known = locked(caseNumber);
        String role = switch (said.route()) {
            case "none" -> "NONE";
            case "legal" -> Role.LEGAL.name();
            case "supervisor", "riskReview" -> Authority.higher(Role.SUPERVISOR.name(), said.role());
            default -> said.role();
        };
        boolean risk = said.route().equals("riskReview");
        store.save(known.approval(new Return.Approval(role, risk, null, null)));
        return !risk && Authority.covers(known.answer().reviewerRoles(), role) ? NOBODY : said.route().equals("limit") ? said.team() : said.routeTeam();
    }

    /** Whether one person may both review and approve, saying so twice. */
    boolean smallTeam() {
        return smallTeam;
    }

    /** A second person approves; in a small team the same one, who then says so a second time. */
    void approve(String caseNumber, boolean confirmedAgain, Who who) {
        Return known = locked(caseNumber);
        if (!Authority.covers(who.roles(), known.approval().role())) {
            throw Problem.forbidden("returns.higherRoleNeeded", "这笔退款至少需要" + Words.of(known.approval().role()) + "审批",
                    "This refund needs at least the role " + known.approval().role());
        }
        boolean same = who.login().equals(known.answer().reviewer());
        if (same && !smallTeam) {
            throw Problem.forbidden("returns.fourEyes", "审核人和审批人不能是同一人", "The reviewer and the approver are different people");
        }
        if (same && !confirmedAgain) {
            throw Problem.invalid("confirmedAgain", "confirmAgain", "您也是审核人，请勾选再次确认", "You reviewed it too: confirm it a second time");
        }
        approval(known, "APPROVED", null, confirmedAgain, who);
    }

    /** Back to who decided it: the reviewer, or the supervisor who looked at the goods. */
    void sendBack(String caseNumber, String note, Who who) {
        Return known = locked(caseNumber);
        approval(known, "SENT_BACK", note, false, who);
        if (!Remedying.REFUND.equals(known.course().remedy())) {
            Return sentBack = locked(caseNumber);
            store.save(sentBack.to(Return.State.GOODS).course(sentBack.course().ruled(null)));
        }
    }

    private void approval(Return known, String answer, String note, boolean confirmed, Who who) {
        String role = known.approval().role();
        store.save(known.approval(new Return.Approval(role, known.approval().second(), answer.equals("APPROVED") ? who.login() : null, note)));
        answers.add(known, new JdbcAnswers.Said("approveRefund", answer, known.agreed(), null, null, note, confirmed, List.of()), who);
        boolean approved = answer.equals("APPROVED");
        timeline.add(known.caseNumber(), "DECISION", approved ? "退款已批准" : "退款被退回重审",
                approved ? "Refund approved" : "Refund sent back for review", Map.of("answer", answer));
        audit.record(known.shop(), "REFUND_" + answer, "case", known.caseNumber(),
                Map.of("by", who.login(), "role", role, "amount", known.agreed().minor(), "again", confirmed));
    }

    /**
     * Decides the refund, and says in how many parts; its numbers are born here, and a second pass finds the first one's. No part for
     * compensation beyond what the order's payments can still give back: finance pays it in another way.
     */
    long decide(String caseNumber) {
        Return known = locked(caseNumber);
        demandApproved(known);
        Return decided = known.state() == Return.State.DECIDED ? known : known.decided();
        store.save(decided);
        Facts facts = gathering.of(caseNumber);
        if (compensates(decided) && !begun(decided) && decided.agreed().compareTo(facts.refundable()) > 0) {
            return 0;
        }
        String reviewer = decided.answer().reviewer();
        String approver = decided.approval().approver();
        return payments.decide(new RefundDecision(decided.shop(), caseNumber, decided.refundSeq(), decided.orderId(),
                paid(facts.order()), decided.agreed(), (compensates(decided) ? "违约赔付 " : "售后退款 ") + caseNumber,
                "buyer:" + facts.asked().buyerId(), reviewer == null ? rule(decided) : reviewer,
                Objects.equals(approver, reviewer) ? null : approver));
    }

    private boolean begun(Return decided) {
        return payments.of(decided.caseNumber()).stream().anyMatch(refund -> refund.seq() == decided.refundSeq());
    }

    /** Whatever way a model goes: without the approval it needs no money leaves. */
    private static void demandApproved(Return known) {
        Return.Approval asked = known.approval();
        boolean alone = !asked.second() && asked.role() != null && Authority.covers(known.answer().reviewerRoles(), asked.role());
        boolean enough = "NONE".equals(asked.role()) || asked.approver() != null || alone;
        if (!enough) {
            throw Problem.forbidden("returns.notApproved", "这笔退款还没有获得所需的审批", "This refund does not have the approval it needs yet");
        }
    }

    /** Who agreed where no person did. */
    private static String rule(Return known) {
        if (compensates(known)) {
            return "rule:shipPromise";
        }
        String money = "NONE".equals(known.approval().role()) ? "rule:unshipped" : "rule:buyerChose";
        return Remedying.REFUND.equals(known.course().remedy()) ? money : "rule:goodsBack";
    }

    private static List<PaidPart> paid(Order order) {
        return order.received().stream().map(part -> new PaidPart(part.provider(), part.paymentId(), part.paid())).toList();
    }

    /** True when all of it has reached the buyer by the provider's own proof. */
    boolean conclude(String caseNumber) {
        Return known = locked(caseNumber);
        boolean paid = payments.settlementOf(caseNumber, known.refundSeq()) == Settlement.ALL_PAID;
        if (paid) {
            store.save(known.to(Return.State.REFUNDED));
            boolean beside = compensates(known);
            timeline.add(caseNumber, "MONEY", (beside ? "赔付已到账 " : "退款已到账 ") + Words.inChinese(known.agreed()),
                    (beside ? "Compensation paid: " : "Refund paid: ") + Words.inEnglish(known.agreed()), Map.of("seq", known.refundSeq()));
        }
        return paid;
    }

    private Return locked(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("request"));
    }
}
