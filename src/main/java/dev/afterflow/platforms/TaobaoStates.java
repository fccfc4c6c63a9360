package dev.afterflow.platforms;

import static dev.afterflow.platforms.PlatformMatter.State.ASKED;
import static dev.afterflow.platforms.PlatformMatter.State.CLOSED;
import static dev.afterflow.platforms.PlatformMatter.State.DONE;
import static dev.afterflow.platforms.PlatformMatter.State.GOODS_BACK;
import static dev.afterflow.platforms.PlatformMatter.State.WAITS_FOR_BUYER;
import static dev.afterflow.platforms.PlatformMatter.State.WAITS_FOR_GOODS;
import static dev.afterflow.platforms.PlatformMatter.State.WAITS_FOR_SHIPMENT;

import dev.afterflow.platforms.PlatformMatter.Sort;
import dev.afterflow.platforms.PlatformMatter.State;
import dev.afterflow.platforms.PlatformMatter.Step;
import java.util.Map;
import java.util.Optional;

/** TOP's words for how a refund, an exchange and the platform's own stepping in stand (TOP metadata of {@code taobao.refunds.receive.get} and {@code tmall.exchange.receive.get}). */
final class TaobaoStates {

    private static final Map<String, State> REFUND = Map.ofEntries(Map.entry("WAIT_SELLER_AGREE", ASKED), Map.entry("WAIT_BUYER_RETURN_GOODS", WAITS_FOR_GOODS),
        Map.entry("WAIT_SELLER_CONFIRM_GOODS", GOODS_BACK), Map.entry("SELLER_REFUSE_BUYER", WAITS_FOR_BUYER), Map.entry("CLOSED", CLOSED), Map.entry("SUCCESS", DONE),
        Map.entry("WAIT_BUYER_CONFIRM_EXCHANGE_SELLER_SEND_GOODS", WAITS_FOR_BUYER), Map.entry("EXCHANGE_TRANSFORM_TO_REFUND", CLOSED),
        Map.entry("WAIT_SELLER_CONSIGN_GOODS", WAITS_FOR_SHIPMENT), Map.entry("WAIT_BUYER_CONFIRM_REDO_SEND_GOODS", WAITS_FOR_BUYER),
        Map.entry("WAIT_SELLER_CONFIRM_RETURN_ADDRESS", ASKED));
    private static final Map<String, State> EXCHANGE = Map.of("1", ASKED, "2", WAITS_FOR_GOODS, "3", GOODS_BACK, "4", CLOSED, "5", DONE, "6", WAITS_FOR_BUYER,
        "12", WAITS_FOR_SHIPMENT, "13", WAITS_FOR_BUYER, "14", ASKED);
    private static final Map<Integer, Step> STEPPED = Map.ofEntries(Map.entry(0, Step.NONE), Map.entry(1, Step.NONE), Map.entry(2, Step.ASKED_FOR),
        Map.entry(3, Step.STEPPED_IN), Map.entry(4, Step.STEPPED_IN), Map.entry(5, Step.STEPPED_IN), Map.entry(6, Step.DECIDED), Map.entry(7, Step.WITHDRAWN),
        Map.entry(8, Step.DECIDED_BUYER), Map.entry(9, Step.DECIDED_SELLER), Map.entry(10, Step.EVIDENCE), Map.entry(11, Step.APPEAL));
    private static final Map<String, Sort> SORTS = Map.of("REFUND", Sort.REFUND, "REFUND_AND_RETURN", Sort.RETURN, "TMALL_EXCHANGE", Sort.EXCHANGE,
        "TAOBAO_EXCHANGE", Sort.EXCHANGE, "REPAIR", Sort.REPAIR, "RESHIPPING", Sort.RESHIP);
    /** In the words buyers choose from, the first that fits. */
    private static final String[][] REASONS = {{"七天无理由", "NO_REASON"}, {"7天无理由", "NO_REASON"}, {"不喜欢", "NO_REASON"}, {"拍错", "BUYER_CANCEL"}, {"多拍", "BUYER_CANCEL"},
        {"不想要", "BUYER_CANCEL"}, {"协商一致", "OTHER"}, {"假冒", "COUNTERFEIT"}, {"假货", "COUNTERFEIT"}, {"描述不符", "NOT_AS_DESCRIBED"}, {"不一致", "NOT_AS_DESCRIBED"},
        {"少件", "SHORT"}, {"漏发", "SHORT"}, {"少发", "SHORT"}, {"空包", "SHORT"}, {"发错", "WRONG_ITEM"}, {"破损", "DAMAGED"}, {"污渍", "DAMAGED"}, {"质量", "QUALITY"},
        {"未收到", "NOT_RECEIVED"}, {"没收到", "NOT_RECEIVED"}, {"未按约定时间", "NOT_RECEIVED"}, {"快递", "NOT_RECEIVED"}, {"发票", "SERVICE"}};

    private TaobaoStates() {
    }

    /** Empty for a word that is not in TOP's document: nothing is guessed. */
    static Optional<State> refund(String status) {
        return Optional.ofNullable(REFUND.get(status));
    }

    static Optional<State> exchange(String status) {
        return Optional.ofNullable(EXCHANGE.get(status));
    }

    /** {@code cs_status}; the numbers stand in TOP's document of the refund. */
    static Optional<Step> step(int csStatus) {
        return Optional.ofNullable(STEPPED.get(csStatus));
    }

    /** {@code dispute_type}; where it is not told or is {@code OTHERS}, the goods say it. */
    static Optional<Sort> sort(String type, boolean goodsBack) {
        return type.isEmpty() || type.equals("OTHERS") ? Optional.of(goodsBack ? Sort.RETURN : Sort.REFUND) : Optional.ofNullable(SORTS.get(type));
    }

    static String reason(String words) {
        for (String[] each : REASONS) {
            if (words.contains(each[0])) {
                return each[1];
            }
        }
        return "OTHER";
    }
}
