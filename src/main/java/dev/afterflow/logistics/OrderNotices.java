package dev.afterflow.logistics;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the warehouse about an order that has not left yet, in the caller's transaction; the same number tells it once. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OrderNotices {

    private final Notices notices;

    OrderNotices(Notices notices) {
        this.notices = notices;
    }

    /** What the warehouse is to do. */
    public enum What { ORDER_HURRIED, ORDER_HELD, ORDER_RELEASED, ORDER_CHANGED, ORDER_CANCELLED }

    /**
     * One thing to tell.
     *
     * @param number our own number of it, such as the case's and a count
     * @param words what else the warehouse must know, such as the new address; plain values
     */
    public record Notice(String shop, String caseNumber, String orderId, What what, String number, Map<String, ?> words) {
    }

    public void tell(Notice notice) {
        notices.order(notice);
    }
}
