package dev.afterflow.returns;

import dev.afterflow.logistics.GoodsReturn;
import dev.afterflow.logistics.Replacement;
import dev.afterflow.logistics.Replacements;
import dev.afterflow.logistics.ReturnedGoods;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where the goods of a case are now: with the buyer, on their way back, here, or out again. */
@Component
class Homecoming {

    static final String SEND_BACK = "sendBack";
    private static final Set<GoodsReturn.State> HERE = Set.of(GoodsReturn.State.ARRIVED, GoodsReturn.State.RECEIVED, GoodsReturn.State.INSPECTED);

    private final ReturnedGoods returned;
    private final Replacements replacements;

    Homecoming(ReturnedGoods returned, Replacements replacements) {
        this.returned = returned;
        this.replacements = replacements;
    }

    Optional<GoodsReturn> goods(String caseNumber) {
        return returned.of(caseNumber);
    }

    boolean onTheirWay(String caseNumber) {
        return goods(caseNumber).filter(goods -> goods.state() == GoodsReturn.State.SENT).isPresent();
    }

    /** Something of the buyer's lies in our warehouse. */
    boolean areHere(String caseNumber) {
        return goods(caseNumber).filter(goods -> HERE.contains(goods.state()))
                .filter(goods -> goods.inspection() == null || !"empty".equals(goods.inspection().outcome())).isPresent()
                && sentBack(caseNumber).isEmpty();
    }

    /** What is sent out to the buyer in exchange or once more, unless it was taken back. */
    Optional<Replacement> replacement(String caseNumber) {
        return replacements.of(caseNumber).filter(sent -> !sent.purpose().equals(SEND_BACK)).filter(sent -> sent.state() != Replacement.State.WITHDRAWN);
    }

    /** Nothing is kept aside for a wish the buyer no longer has. */
    void freeReserved(String caseNumber) {
        replacements.free(caseNumber);
    }

    boolean replacementLeft(String caseNumber) {
        return replacement(caseNumber).filter(sent -> sent.state() == Replacement.State.SHIPPED || sent.state() == Replacement.State.DELIVERED).isPresent();
    }

    private Optional<Replacement> sentBack(String caseNumber) {
        return replacements.of(caseNumber).filter(sent -> sent.purpose().equals(SEND_BACK))
                .filter(sent -> sent.state() == Replacement.State.SHIPPED || sent.state() == Replacement.State.DELIVERED);
    }
}
