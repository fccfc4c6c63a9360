package dev.afterflow.returns;

import dev.afterflow.DecisionTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A buyer's matter put to the real tables, one after the other as the flow does: reason, eligibility, liability, freight, money. */
final class Matter {

    private static final DecisionTable REASON = DecisionTable.of("returns", "return-reason");
    private static final DecisionTable ELIGIBILITY = DecisionTable.of("returns", "return-eligibility");
    private static final DecisionTable AMOUNT = DecisionTable.of("returns", "refund-amount");
    private static final DecisionTable AUTHORITY = DecisionTable.of("returns", "approval-authority");
    private static final DecisionTable ROUTING = DecisionTable.of("returns", "refund-routing");
    private static final DecisionTable LIABILITY = DecisionTable.of("remedies", "liability");
    private static final DecisionTable FREIGHT = DecisionTable.of("remedies", "freight-payer");
    private static final DecisionTable ADJUSTMENT = DecisionTable.of("remedies", "freight-adjustment");
    private static final DecisionTable OPTIONS = DecisionTable.of("remedies", "remedy-options");
    private static final DecisionTable STANDARD = DecisionTable.of("remedies", "compensation-standard");
    private static final DecisionTable GROUP = DecisionTable.of("logistics", "goods-group");
    private static final DecisionTable INTACT = DecisionTable.of("logistics", "goods-intact");
    private static final DecisionTable DEADLINE = DecisionTable.of("sla", "step-deadline");

    private final Map<String, Object> facts = new HashMap<>(Map.ofEntries(Map.entry("jurisdiction", "CN"), Map.entry("platform", "own"),
            Map.entry("reasonCode", ""), Map.entry("stage", "RECEIVED"), Map.entry("remedy", "RETURN_REFUND"), Map.entry("goodsClass", "STANDARD"),
            Map.entry("opened", false), Map.entry("exclusionConfirmed", false), Map.entry("promiseDays", 0L), Map.entry("termHours", 20L),
            Map.entry("freeShipping", true), Map.entry("freeShippingLost", false), Map.entry("returnCostTold", false), Map.entry("proofs", ""),
            Map.entry("inTerm", true), Map.entry("durable", false), Map.entry("days", 1L), Map.entry("supplierBears", false),
            Map.entry("category", ""), Map.entry("contents", "RIGHT"), Map.entry("findings", ""), Map.entry("inStock", true),
            Map.entry("currency", "CNY"), Map.entry("valueMinor", 30_000L), Map.entry("tier", "NEW"), Map.entry("reviewLinked", false),
            Map.entry("itemMinor", 30_000L), Map.entry("orderMinor", 30_000L), Map.entry("missingMinor", 0L), Map.entry("promisedTimes", 0L),
            Map.entry("paidMinor", 90_000_000L), Map.entry("agentLimit", 10_000L), Map.entry("leadLimit", 30_000L),
            Map.entry("supervisorLimit", 50_000L), Map.entry("managerLimit", 200_000L), Map.entry("goods", "NORMAL"),
            Map.entry("transport", "EXPRESS"), Map.entry("platformDeadline", false), Map.entry("claimsMore", false), Map.entry("urgentHours", 12L),
            Map.entry("decision", "AGREE"), Map.entry("suspectReturns", 0L), Map.entry("goodsOutcome", "")));

    private Matter() {
    }

    static Matter in(String jurisdiction) {
        return new Matter().with("jurisdiction", jurisdiction);
    }

    static Matter on(String platform) {
        return in("CN").with("platform", platform);
    }

    Matter with(String fact, Object value) {
        facts.put(fact, value);
        return this;
    }

    Matter because(String reason) {
        return with("reasonCode", reason);
    }

    Matter received(long hours) {
        return with("termHours", hours).with("days", hours / 24);
    }

    Matter proved(String proofs) {
        return with("proofs", proofs);
    }

    Matter found(String category, String findings) {
        return with("category", category).with("findings", findings);
    }

    String reasonType() {
        return answer(REASON, "reasonType");
    }

    String eligibility() {
        reasonType();
        return answer(ELIGIBILITY, "eligibility");
    }

    String ground() {
        eligibility();
        return text("ground");
    }

    String liable() {
        eligibility();
        return answer(LIABILITY, "liableParty");
    }

    String outbound() {
        liable();
        return answer(FREIGHT, "outboundPayer");
    }

    String wayBack() {
        outbound();
        return text("freightPayer");
    }

    String secondWayOut() {
        outbound();
        return text("replacementPayer");
    }

    List<String> adjustments() {
        return ADJUSTMENT.askAll(facts).stream().map(row -> row.get("leg") + " " + row.get("share") + ": " + row.get("payer")).toList();
    }

    List<String> remedies() {
        liable();
        return OPTIONS.askAll(facts).stream().filter(row -> !(boolean) row.get("needsReview")).map(row -> (String) row.get("remedy")).toList();
    }

    String inspected() {
        reasonType();
        answer(GROUP, "goodsGroup");
        return answer(INTACT, "verdict");
    }

    String refund() {
        reasonType();
        answer(AMOUNT, "goods");
        return text("goods") + ", freight " + text("outbound");
    }

    String route() {
        reasonType();
        return answer(ROUTING, "route");
    }

    String approver(String kind, long amountMinor) {
        reasonType();
        return with("kind", kind).with("amountMinor", amountMinor).answer(AUTHORITY, "approvalRole");
    }

    String compensation(String situation) {
        return String.join("; ", with("situation", situation).standards());
    }

    String deadline(String step) {
        with("step", step).answer(DEADLINE, "duration");
        return text("duration") + (text("time").equals("WORKING") ? " working" : "") + ", then " + text("onExpiry");
    }

    private List<String> standards() {
        return STANDARD.askAll(facts).stream().map(row -> row.get("standard") + " " + row.get("minMinor") + "-" + row.get("maxMinor")).toList();
    }

    /** Asks a table, and keeps what it answers for the tables after it. */
    private String answer(DecisionTable table, String output) {
        facts.putAll(table.ask(facts).outputs());
        return text(output);
    }

    private String text(String fact) {
        return String.valueOf(facts.get(fact));
    }
}
