package dev.afterflow.sandbox;

import dev.afterflow.sandbox.Scripts.Share;
import dev.afterflow.sandbox.Turn.Answer;
import java.util.ArrayList;
import java.util.List;

/** Stories of parcels that carriers lost or ruined: the buyer is made whole at once, and the claim goes its own way, in every state there is. */
final class ClaimScripts {

    private static final Answer FILED = Answer.of("fileClaimByHand", "reference", "$reference", "note", "已在承运商门户提交，截图存档");
    private static final Answer APPEAL = Answer.of("decideClaim", "nextStep", "APPEAL", "note", "轨迹停在中转场，签收底单不是本人，申诉补证");
    private static final Answer ACCEPT = Answer.of("decideClaim", "nextStep", "ACCEPT", "note", "差额不大，接受部分赔付");
    private static final Answer GIVE_UP = Answer.of("decideClaim", "nextStep", "WRITE_OFF", "note", "金额小，申诉成本高于差额");
    private static final Answer GIVEN_UP = Answer.of("approveWriteOff", "approval", "approved", "note", "同意核销");
    private static final Answer COMPLAIN = Answer.of("decideClaim", "nextStep", "COMPLAIN", "note", "两次不予赔付，向 12305 申诉");
    private static final Answer COMPLAINED = Answer.of("complainToPost", "complaintNo", "$reference");
    private static final Answer MORE = Answer.of("supplyClaimEvidence", "note", "商品价值以本单付款凭证为准，外包装完好，揽收称重记录与出库一致，请据此核定");
    private static final Answer TAKE_BACK = Answer.of("settleFoundParcel", "claimStep", "TAKE_BACK", "note", "包裹已找到并派送，撤回理赔");
    private static final Turn LOST = new Turn("LOSS", "LOST");
    private static final Turn RUINED = new Turn("LOSS", "DELAY_RUINED");
    private static final Turn AGREES = new Turn("CARRIER", "AGREE");
    private static final Turn GIVES_PART = new Turn("CARRIER", "PART");
    private static final Turn DENIES = new Turn("CARRIER", "DENY");
    private static final Turn ASKS = new Turn("CARRIER", "ASK");
    private static final Turn PAYS = new Turn("PAYS", "100");

    private ClaimScripts() {
    }

    /** Those that are over, then those that wait for a person, a carrier or money. */
    static List<Share> claims() {
        return List.of(new Share(5, of("claim-paid", List.of(FILED), List.of(LOST, AGREES, PAYS), "CLOSED")),
                new Share(2, of("claim-part-paid", List.of(FILED, ACCEPT), List.of(RUINED, GIVES_PART, PAYS), "CLOSED")),
                new Share(2, of("claim-appeal-won", List.of(FILED, APPEAL, FILED), List.of(LOST, DENIES, AGREES, PAYS), "CLOSED")),
                new Share(1, of("claim-proved", List.of(FILED, MORE, FILED), List.of(LOST, ASKS, AGREES, PAYS, Turn.of("MERGED")), "CLOSED")),
                new Share(2, of("claim-written-off", List.of(FILED, GIVE_UP, GIVEN_UP), List.of(RUINED, DENIES), "CLOSED")),
                new Share(2, of("claim-withdrawn", List.of(FILED, TAKE_BACK), List.of(LOST, Turn.of("FOUND"), Turn.of("TAKEN_BACK")), "CLOSED")),
                new Share(2, of("claim-filed", List.of(FILED), List.of(LOST), "WAITS")),
                new Share(1, of("claim-to-file", List.of(), List.of(LOST), "WAITS")),
                new Share(2, of("claim-asked", List.of(FILED), List.of(LOST, ASKS), "supplyClaimEvidence")),
                new Share(2, of("claim-denied", List.of(FILED), List.of(LOST, DENIES), "decideClaim")),
                new Share(1, of("claim-part-offered", List.of(FILED), List.of(RUINED, GIVES_PART), "decideClaim")),
                new Share(2, of("claim-appealed", List.of(FILED, APPEAL, FILED), List.of(LOST, DENIES), "WAITS")),
                new Share(1, of("claim-agreed", List.of(FILED), List.of(LOST, AGREES), "WAITS")),
                new Share(1, of("claim-half-paid", List.of(FILED), List.of(LOST, AGREES, new Turn("PAYS", "40")), "WAITS")),
                new Share(1, of("claim-to-approve", List.of(FILED, GIVE_UP), List.of(LOST, DENIES), "approveWriteOff")),
                new Share(1, of("claim-complained", List.of(FILED, COMPLAIN, COMPLAINED), List.of(LOST, DENIES), "noteAuthorityAnswer")),
                new Share(1, of("claim-found", List.of(FILED), List.of(LOST, Turn.of("FOUND")), "settleFoundParcel")));
    }

    private static Script of(String name, List<Answer> claim, List<Turn> turns, String ends) {
        List<Answer> answers = new ArrayList<>(Scripts.LOST_PARCEL.answers());
        answers.addAll(claim);
        return new Script(name, "SHIPPED", "REFUND_ONLY", List.of("NOT_RECEIVED"), List.of(), List.copyOf(answers), turns, ends);
    }
}
