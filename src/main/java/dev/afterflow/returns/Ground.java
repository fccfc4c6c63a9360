package dev.afterflow.returns;

import dev.afterflow.security.Problem;
import dev.afterflow.words.Vocabulary;
import java.util.List;
import java.util.Set;

/** The closed list of lawful grounds on which a person may refuse (decision table grounds, delivery proof, expert report). */
enum Ground {

    NOT_ELIGIBLE("不符合退货条件", "not eligible for a return") {
        @Override
        boolean holds(Return request, Facts facts, boolean proved, String goodsOutcome) {
            return request.finding().isNotEligible();
        }
    },
    DELIVERY_PROOF("有签收证明", "delivery is proved") {
        @Override
        boolean holds(Return request, Facts facts, boolean proved, String goodsOutcome) {
            return proved && "NOT_RECEIVED".equals(request.finding().reasonType());
        }
    },
    MISUSE_REPORT("鉴定为人为损坏", "an expert report shows misuse") {
        @Override
        boolean holds(Return request, Facts facts, boolean proved, String goodsOutcome) {
            return proved && !facts.stage().equals("SHIPPED") && FAULTS.contains(request.finding().reasonType());
        }
    },
    NOTHING_LEFT("没有可退的款项：尚未付款，或已全部退还", "nothing was paid yet, or everything has been given back") {
        @Override
        boolean holds(Return request, Facts facts, boolean proved, String goodsOutcome) {
            return request.finding().rule().owed(facts).isZero();
        }
    },
    NOT_INTACT("退回的商品不完好", "the goods came back not intact") {
        @Override
        boolean holds(Return request, Facts facts, boolean proved, String goodsOutcome) {
            return "notIntact".equals(goodsOutcome) && NO_FAULT.contains(request.finding().reasonType());
        }
    },
    NOT_RETURNED("退回的不是所购商品，或包裹为空", "other goods came back, or an empty parcel") {
        @Override
        boolean holds(Return request, Facts facts, boolean proved, String goodsOutcome) {
            return proved && ("wrongGoods".equals(goodsOutcome) || "empty".equals(goodsOutcome));
        }
    };

    private static final Set<String> FAULTS = Set.of("QUALITY", "NOT_AS_DESCRIBED", "DAMAGED");
    private static final Set<String> NO_FAULT = Set.of("NO_REASON", "BUYER_CANCEL", "AFTERSALE_LATE");

    private final String zh;
    private final String en;

    Ground(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    abstract boolean holds(Return request, Facts facts, boolean proved, String goodsOutcome);

    /** The ground in the reader's language; for what the tables found, with the article of the law. */
    String words(Return request, String language) {
        boolean chinese = language != null && language.startsWith("zh");
        String law = this == NOT_ELIGIBLE ? Vocabulary.half(request.finding().ground(), chinese) : "";
        return (chinese ? zh : en) + (law.isEmpty() ? "" : chinese ? "（" + law + "）" : " (" + law + ")");
    }

    /** The named ground if it is lawful here; an unshipped order has none, unless there is nothing to give back. */
    static Ground demand(String name, Return request, Facts facts, List<String> evidence) {
        return demand(name, request, facts, evidence, "");
    }

    /** The same once goods came back; {@code goodsOutcome} is what inspection found. */
    static Ground demand(String name, Return request, Facts facts, List<String> evidence, String goodsOutcome) {
        Ground ground = valueOf(name);
        if (facts.unshipped() && ground != NOTHING_LEFT) {
            throw Problem.invalid("decision", "unshippedCannotBeRefused", "未发货的订单不能拒绝退款，请同意",
                    "An unshipped order cannot be refused; agree to it");
        }
        if (!ground.holds(request, facts, !evidence.isEmpty(), goodsOutcome)) {
            throw Problem.invalid("ground", "unlawfulGround", "该理由在此不成立（缺少凭证，或与判定结果不符），请补充凭证或换一种处理",
                    "This ground does not hold here: proof is missing, or the finding says otherwise. Attach proof or decide otherwise");
        }
        return ground;
    }
}
