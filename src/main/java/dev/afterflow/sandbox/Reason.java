package dev.afterflow.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Why a buyer asks, and how they put it. */
record Reason(String code, String words) {

    private static final Map<String, List<Reason>> BY_STATE = Map.of(
            "PAID", List.of(new Reason("BUYER_CANCEL", "拍错颜色了，还没发货，麻烦退一下"), new Reason("BUYER_CANCEL", "家里人已经买了，不想要了"),
                    new Reason("BUYER_CANCEL", "多拍了一件，退款谢谢"), new Reason("BUYER_CANCEL", "等了两天还没发货，不等了")),
            "SHIPPED", List.of(new Reason("NOT_RECEIVED", "物流三天没更新了，不知道到哪了，申请退款"), new Reason("NOT_RECEIVED", "显示派送中好几天，一直没收到"),
                    new Reason("NOT_RECEIVED", "快递说找不到件了，退我钱吧"), new Reason("BUYER_CANCEL", "赶不上用了，能拦截退款吗")),
            "DELIVERED", List.of(new Reason("NOT_RECEIVED", "显示签收了，但我根本没收到"), new Reason("NOT_RECEIVED", "门口和驿站都没有，谁签收的？"),
                    new Reason("QUALITY", "收到就有裂纹，照片在聊天里，不想寄回去了"), new Reason("SHORT", "少发了一件，退少发的钱")));
    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("BUYER_CANCEL", "不想要了，麻烦退一下"),
            Map.entry("NOT_RECEIVED", "一直没收到货，帮我处理一下"), Map.entry("NO_REASON", "和想的不太一样，七天无理由退货，商品没用过"),
            Map.entry("QUALITY", "用了两次就开裂了，质量有问题"), Map.entry("NOT_AS_DESCRIBED", "和页面描述的不一样，尺寸差很多"),
            Map.entry("DAMAGED", "收到时外箱压坏了，里面也碎了"), Map.entry("SHORT", "少发了一件，包裹里没有"), Map.entry("WRONG_ITEM", "发错了，我买的不是这个"),
            Map.entry("COUNTERFEIT", "怀疑不是正品，请给说法"), Map.entry("SERVICE", "说好的发票一直没给"), Map.entry("OTHER", "有点问题，想申请售后"));
    private static final List<String> NOTHING_CAME = List.of("NOT_RECEIVED", "BUYER_CANCEL");

    /** The same order is always asked about for the same reason; states follow each other in threes. */
    static Reason of(Map<String, Object> order) {
        List<Reason> reasons = BY_STATE.get((String) order.get("state"));
        Reason reason = reasons.get(DemoOrders.numberOf(order) / 3 % reasons.size());
        return order.get("currency").equals("CNY") ? reason : reason.saying(BuyerTalk.asking(false, reason.code(), new Random(DemoOrders.numberOf(order))));
    }

    static Reason named(String code) {
        if (code == null || !WORDS.containsKey(code)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "reason is one of " + WORDS.keySet());
        }
        return new Reason(code, WORDS.get(code));
    }

    /** The same reason in the buyer's own words, where there are any. */
    Reason saying(String own) {
        return own == null || own.isBlank() ? this : new Reason(code, own);
    }

    /** Who complains of what came has received it. */
    boolean received() {
        return !NOTHING_CAME.contains(code);
    }
}
