package dev.afterflow.sandbox;

import dev.afterflow.sandbox.Turn.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stories of the demo, with how often each is told: those that are over, and those that wait for the newcomer. */
final class Scripts {

    private static final Answer AGREE = Answer.of("reviewRequest", "decision", "agree", "amount", "$amount", "note", "已核对物流和凭证");
    private static final Answer AGREE_GOODS = Answer.of("reviewRequest", "decision", "agree", "remedy", "$remedy", "amount", "$amount");
    private static final Answer APPROVE = Answer.of("approveRefund", "approval", "approved");
    private static final Answer COUNT = Answer.of("receiveParcel", "lines", "$lines", "evidence", "$picture");
    private static final Answer INTACT = Answer.of("inspectGoods", "findings", List.of("OPENED"), "evidence", "$picture");
    private static final Answer PICK = Answer.of("pickGoods", "picked", "shipped", "carrier", "sf", "waybill", "$waybill", "lines", "$picked");
    private static final Answer ACCEPT = Answer.of("reviewReturn", "ruling", "accept");
    private static final Answer TO_SUPPLIER = Answer.of("settleLiability", "party", "SUPPLIER", "note", "同批次第三起，供应商责任");
    private static final Answer PROVED = Answer.of("reviewRequest", "decision", "refuse", "ground", "DELIVERY_PROOF", "words", "签收底单显示本人签收，附照片", "evidence", "$picture");
    private static final Answer TO_BUYER = Answer.of("settleLiability", "party", "BUYER", "note", "底单与收件人一致，定位在收货地址 50 米内");
    private static final List<Answer> REFUSED = List.of(TO_BUYER, PROVED);
    private static final List<Answer> CONTESTED = List.of(TO_BUYER, PROVED, contest());
    private static final Answer SOLVED = Answer.of("workCase", "outcome", "SOLVED", "note", "已联系承运商并回复买家，买家满意");
    private static final Answer SAME_ADDRESS = Answer.of("checkAddress", "said", "NOT_RECEIVED", "verdict", "SAME", "note", "买家确认地址电话无误");
    private static final List<String> PAID = List.of("BUYER_CANCEL");
    private static final List<String> LOST = List.of("NOT_RECEIVED");
    private static final List<String> WHIM = List.of("NO_REASON");
    private static final List<String> FAULT = List.of("QUALITY", "NOT_AS_DESCRIBED", "DAMAGED");
    private static final List<Answer> GOODS = List.of(AGREE_GOODS, TO_SUPPLIER, COUNT, INTACT, ACCEPT, APPROVE);
    private static final Turn PICTURE = Turn.of("PICTURE");
    private static final Turn ASKS = Turn.of("ASKS");
    private static final Turn REPLY = Turn.of("REPLY");
    private static final Turn PARCEL = new Turn("PARCEL", "whole");

    /** How often of a hundred, and the story. */
    record Share(int weight, Script script) {
    }

    private Scripts() {
    }

    private static Script of(String name, String state, String kind, List<String> reasons, List<Answer> answers, List<Turn> turns, String ends) {
        return new Script(name, state, kind, reasons, List.of(), answers, turns, ends);
    }

    private static Script troubled(Script like, String name, String ends, PayFault... faults) {
        return new Script(name, like.state(), like.kind(), like.reasons(), List.of(faults), like.answers(), like.turns(), ends);
    }

    private static final Script CANCELLED = of("cancelled", "PAID", "REFUND_ONLY", PAID, List.of(), List.of(), "CLOSED");
    static final Script LOST_PARCEL = of("lost-parcel", "SHIPPED", "REFUND_ONLY", LOST, List.of(AGREE, APPROVE), List.of(), "CLOSED");
    private static final Script RETURNED = of("returned", "DELIVERED", "RETURN_REFUND", WHIM, GOODS, List.of(ASKS, REPLY, PARCEL), "CLOSED");

    /** Stories that are over. */
    static List<Share> past() {
        return List.of(new Share(22, CANCELLED), new Share(12, LOST_PARCEL), new Share(17, RETURNED),
                new Share(7, of("faulty-returned", "DELIVERED", "RETURN_REFUND", FAULT, GOODS, List.of(ASKS, REPLY, PICTURE, PARCEL), "CLOSED")),
                new Share(5, of("exchanged", "DELIVERED", "EXCHANGE", WHIM, plus(GOODS, PICK), List.of(ASKS, REPLY, PARCEL, Turn.of("DELIVERED")), "CLOSED")),
                new Share(4, of("reshipped", "DELIVERED", "RESHIP", List.of("SHORT"), plus(GOODS, PICK), List.of(PICTURE, Turn.of("DELIVERED")), "CLOSED")),
                new Share(4, of("withdrawn", "DELIVERED", "RETURN_REFUND", WHIM, List.of(), List.of(Turn.of("WITHDRAW")), "CLOSED")),
                new Share(3, of("platform-paid", "DELIVERED", "REFUND_ONLY", LOST, CONTESTED, List.of(Turn.of("STEP_IN"), new Turn("VERDICT", "BUYER")), "CLOSED")),
                new Share(2, of("platform-dismissed", "DELIVERED", "REFUND_ONLY", LOST, CONTESTED, List.of(Turn.of("STEP_IN"), new Turn("VERDICT", "SELLER")), "CLOSED")),
                new Share(6, of("complaint-solved", "SHIPPED", "LOGISTICS", LOST, List.of(SAME_ADDRESS, APPROVE),
                        List.of(ASKS, REPLY, Turn.of("WENT_BACK"), Turn.of("CHASED"), Turn.of("CHASED")), "CLOSED")),
                new Share(4, of("question-answered", "DELIVERED", "QUESTION", List.of("OTHER"), List.of(SOLVED), List.of(Turn.of("SAY")), "CLOSED")),
                new Share(2, troubled(LOST_PARCEL, "paid-late", "CLOSED", PayFault.LATE)),
                new Share(2, troubled(LOST_PARCEL, "reply-lost", "CLOSED", PayFault.LOSE_REPLY)),
                new Share(2, troubled(RETURNED, "paid-slowly", "CLOSED", PayFault.PROCESSING)),
                new Share(1, troubled(LOST_PARCEL, "signed-wrongly", "CLOSED", PayFault.GARBLE)));
    }

    /** Stories in the middle, one for every task and every wait. */
    static List<Share> present() {
        return List.of(new Share(12, of("to-review", "SHIPPED", "REFUND_ONLY", LOST, List.of(), List.of(), "reviewRequest")),
                new Share(7, of("to-review-faulty", "DELIVERED", "REFUND_ONLY", FAULT, List.of(TO_SUPPLIER), List.of(PICTURE, Turn.of("SAY"), REPLY), "reviewRequest")),
                new Share(5, of("taken", "SHIPPED", "REFUND_ONLY", LOST, List.of(), List.of(Turn.of("CLAIM")), "reviewRequest")),
                new Share(8, of("to-approve", "SHIPPED", "REFUND_ONLY", LOST, List.of(AGREE), List.of(ASKS, REPLY), "approveRefund")),
                new Share(5, of("liability-unclear", "DELIVERED", "REFUND_ONLY", LOST, List.of(), List.of(Turn.of("SAY"), REPLY), "settleLiability")),
                new Share(5, of("proof-wanted", "DELIVERED", "RETURN_REFUND", List.of("QUALITY", "NOT_AS_DESCRIBED"), List.of(), List.of(), "WAITS")),
                new Share(4, of("counterfeit", "DELIVERED", "RETURN_REFUND", List.of("COUNTERFEIT"), List.of(), List.of(PICTURE), "settleLiability")),
                new Share(5, of("offered", "DELIVERED", "REFUND_ONLY", WHIM, List.of(Answer.of("reviewRequest", "decision", "offer", "offers", "$offers")), List.of(), "WAITS")),
                new Share(4, of("asked-buyer", "SHIPPED", "REFUND_ONLY", LOST, List.of(Answer.of("reviewRequest", "decision", "askEvidence", "words", "请补充驿站或门口照片，我们向快递核实")), List.of(Turn.of("SAY")), "WAITS")),
                new Share(4, of("refused", "DELIVERED", "REFUND_ONLY", LOST, REFUSED, List.of(ASKS, REPLY), "WAITS")),
                new Share(5, of("platform-asks", "DELIVERED", "REFUND_ONLY", LOST, REFUSED, List.of(Turn.of("STEP_IN")), "answerPlatform")),
                new Share(3, of("platform-judges", "DELIVERED", "REFUND_ONLY", LOST, CONTESTED, List.of(Turn.of("STEP_IN"), new Turn("WRITES", "DROP_IT")), "WAITS")),
                new Share(8, of("goods-awaited", "DELIVERED", "RETURN_REFUND", WHIM, GOODS, List.of(), "WAITS")),
                new Share(4, of("goods-travel", "DELIVERED", "RETURN_REFUND", WHIM, GOODS, List.of(Turn.of("LABEL")), "WAITS")),
                new Share(6, of("to-count", "DELIVERED", "RETURN_REFUND", WHIM, List.of(AGREE_GOODS), List.of(PARCEL), "receiveParcel")),
                new Share(5, of("to-inspect", "DELIVERED", "RETURN_REFUND", WHIM, List.of(AGREE_GOODS, COUNT), List.of(PARCEL), "inspectGoods")),
                new Share(4, of("came-in-part", "DELIVERED", "RETURN_REFUND", WHIM, List.of(AGREE_GOODS, COUNT, INTACT), List.of(new Turn("PARCEL", "wrong")), "reviewReturn")),
                new Share(3, of("empty-box", "DELIVERED", "RETURN_REFUND", WHIM, List.of(AGREE_GOODS, COUNT, INTACT), List.of(new Turn("PARCEL", "empty")), "reviewReturn")),
                new Share(3, of("parcel-lost", "DELIVERED", "RETURN_REFUND", WHIM, List.of(AGREE_GOODS), List.of(new Turn("PARCEL", "lost")), "traceReturn")),
                new Share(4, of("to-pick", "DELIVERED", "EXCHANGE", WHIM, GOODS, List.of(PARCEL), "pickGoods")),
                new Share(2, of("complaint", "SHIPPED", "LOGISTICS", LOST, List.of(), List.of(Turn.of("REMARK")), "checkAddress")),
                new Share(2, of("signed-not-received", "DELIVERED", "LOGISTICS", LOST, List.of(SAME_ADDRESS), List.of(), "getProof")),
                new Share(3, of("bad-review", "DELIVERED", "REVIEW", List.of("QUALITY"), List.of(), List.of(), "analyseReview")),
                new Share(3, of("repair", "DELIVERED", "REPAIR", List.of("QUALITY"), List.of(), List.of(PICTURE), "reviewRepair")),
                new Share(3, of("short", "DELIVERED", "SHORT", List.of("SHORT"), List.of(), List.of(PICTURE), "decideShortage")),
                new Share(3, of("question", "DELIVERED", "QUESTION", List.of("OTHER"), List.of(), List.of(Turn.of("SAY"), new Turn("WRITES", "REWARD")), "workCase")),
                new Share(3, of("chargeback", "DELIVERED", "DISPUTE", List.of("SERVICE"), List.of(), List.of(), "decideDispute")),
                new Share(2, troubled(LOST_PARCEL, "payout-refused", "resolvePayout", PayFault.REFUSE)),
                new Share(2, troubled(LOST_PARCEL, "payout-stuck", "WAITS", PayFault.ABNORMAL)));
    }

    /** Stories of orders that have not arrived: late, out of stock, changed, paid at the door; dealt after the others. */
    static List<Share> care() {
        List<String> late = List.of("LATE");
        List<String> gone = List.of("OUT_OF_STOCK");
        List<String> door = List.of("COD");
        Answer soon = Answer.of("hurryShipment", "shipAnswer", "willShip", "shipDays", 1, "excuse", "NONE", "note", "大促爆仓，明天中午前一定出库");
        Answer unshippable = Answer.of("assessException", "exceptionAnswer", "cannotDeliver", "note", "盘点后确认没有了，供应商断货");
        Answer money = Answer.of("recordChoice", "choice", "refund", "words", "电话里说等不了，退款就好");
        Answer elsewhere = Answer.of("handleChange", "changeAnswer", "agreed", "change", "改寄公司前台，收件人不变", "reason", "买家下单时选错了地址");
        Answer twice = Answer.of("callBuyer", "call", "refused", "refusal", "DUPLICATE", "note", "家里人也下了一单");
        return List.of(new Share(3, of("late-order", "LATE", "LATE_SHIPMENT", late, List.of(), List.of(), "hurryShipment")),
                new Share(2, of("late-promised", "LATE", "LATE_SHIPMENT", late, List.of(soon), List.of(Turn.of("SAY")), "WAITS")),
                new Share(2, of("stock-to-check", "PAID", "ORDER_EXCEPTION", gone, List.of(), List.of(), "assessException")),
                new Share(3, of("out-of-stock", "PAID", "ORDER_EXCEPTION", gone, List.of(unshippable), List.of(), "recordChoice")),
                new Share(3, of("change-asked", "PAID", "ORDER_CHANGE", List.of("ADDRESS", "SIZE"), List.of(), List.of(), "handleChange")),
                new Share(4, of("door-paid", "COD", "COD", door, List.of(), List.of(), "callBuyer")),
                new Share(4, of("out-of-stock-refunded", "PAID", "ORDER_EXCEPTION", gone, List.of(unshippable, money), List.of(), "CLOSED")),
                new Share(4, of("change-made", "PAID", "ORDER_CHANGE", List.of("ADDRESS"), List.of(elsewhere), List.of(), "CLOSED")),
                new Share(3, of("door-refused", "COD", "COD", door, List.of(twice), List.of(), "CLOSED")));
    }

    private static Answer contest() {
        return Answer.of("answerPlatform", "position", "contest", "words", "物流签收底单和称重记录显示本人签收", "evidence", "$picture");
    }

    private static List<Answer> plus(List<Answer> answers, Answer one) {
        List<Answer> all = new ArrayList<>(answers);
        all.add(one);
        return List.copyOf(all);
    }

    /** Every story by its name. */
    static Map<String, Script> byName() {
        Map<String, Script> all = new LinkedHashMap<>();
        past().forEach(share -> all.put(share.script().name(), share.script()));
        present().forEach(share -> all.put(share.script().name(), share.script()));
        care().forEach(share -> all.put(share.script().name(), share.script()));
        ClaimScripts.claims().forEach(share -> all.put(share.script().name(), share.script()));
        return all;
    }
}
