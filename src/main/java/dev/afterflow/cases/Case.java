package dev.afterflow.cases;

import dev.afterflow.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One matter of one buyer about one order, as it stands now; amounts in the order's currency. */
public record Case(String number, String shop, Kind kind, State state, String orderId, boolean orderKnown, String buyerId,
                   String askedRemedy, String reasonCode, String reasonText, Money askedAmount, List<Line> lines,
                   boolean goodsReceived, String tier, List<String> risk, int priority, String team, String process,
                   String continues, Instant openedAt, Instant platformDeadline, Instant closedAt, String outcome) {

    /** What is asked for; kinds of one matter are never open twice for an order. */
    public enum Kind {
        REFUND_ONLY("goods"), RETURN_REFUND("goods"), EXCHANGE("goods"), REPAIR("goods"), RESHIP("goods"),
        SHORT("goods"), WRONG_ITEM("goods"),
        LOGISTICS("logistics"), REVIEW("review"), DISPUTE("dispute"), QUESTION("question"), OTHER("question"),
        LATE_SHIPMENT("shipping"), ORDER_EXCEPTION("exception"), ORDER_CHANGE("change"), COD("cod");

        private final String matter;

        Kind(String matter) {
            this.matter = matter;
        }

        /** The family within which an open case is joined. */
        public String matter() {
            return matter;
        }
    }

    /** Where a case stands; CLOSED is for ever, a matter that returns opens the next case. */
    public enum State {
        OPEN, WAITING_BUYER, CLOSED;

        boolean mayBecome(State next) {
            return this != CLOSED && next != this;
        }
    }

    /** A line of the order and how many pieces of it the case is about. */
    public record Line(String lineId, int quantity) {
    }

    public boolean open() {
        return state != State.CLOSED;
    }

    /** How many pieces of each line are asked about; empty if it is the whole order. */
    public Map<String, Integer> pieces() {
        return lines.stream().collect(Collectors.toMap(Line::lineId, Line::quantity, Integer::sum));
    }
}
