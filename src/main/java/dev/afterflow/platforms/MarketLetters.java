package dev.afterflow.platforms;

import dev.afterflow.dispatch.Outbox;
import dev.afterflow.money.Money;
import dev.afterflow.platforms.Marketplace.Slip;
import dev.afterflow.platforms.Marketplace.Told;
import dev.afterflow.platforms.PlatformMatter.Sort;
import dev.afterflow.platforms.PlatformMatter.State;
import dev.afterflow.platforms.PlatformMatter.Step;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Writes what the letterbox is told: the matter as it stands, and what the marketplace itself did since the last word. */
@Component
class MarketLetters {

    private static final List<Kind> OUR_GIVING = List.of(Kind.AGREE_REFUND, Kind.CONFIRM_GOODS, Kind.ACCEPT);
    /** Where a refusal ends the matter at once. */
    private static final List<Kind> OUR_END = List.of(Kind.REFUSE, Kind.ACCEPT);

    private final JdbcMarketLetters letters;
    private final JdbcPlatformRequests requests;
    private final Outbox outbox;

    MarketLetters(JdbcMarketLetters letters, JdbcPlatformRequests requests, Outbox outbox) {
        this.letters = letters;
        this.requests = requests;
        this.outbox = outbox;
    }

    /**
     * What is no matter, such as an order: its rows say themselves which version they are. Money given back on a request of ours that we know of
     * is told by the answer to it.
     */
    void pass(String shop, String market, Told told) {
        told.slips().stream().filter(slip -> !slip.kind().equals(ShopifyRefunds.STATEMENTS) || requests.find(slip.row().path("refundNo").asString("")).isEmpty())
            .forEach(slip -> put(shop, market, slip.kind(), "", slip.row()));
    }

    /** @param seq the how manieth word of this matter it is: its version in the letterbox */
    void pass(Told told, PlatformMatter before, int seq) {
        PlatformMatter now = told.matter();
        for (Slip slip : told.slips()) {
            if (!slip.isWord()) {
                put(now.shop(), now.platform(), slip.kind(), now.id(), slip.row());
            } else if (speaks(now, before)) {
                put(now.shop(), now.platform(), slip.kind(), now.id(), word(slip, now, before, seq));
            }
        }
    }

    /** An end that we asked for ourselves is told by the answer to our request, and an end of what nobody knew is no case. */
    private boolean speaks(PlatformMatter now, PlatformMatter before) {
        if (now.state() != State.DONE && now.state() != State.CLOSED || now.sort() == Sort.REVIEW && before == null) {
            return true;
        }
        return before != null && !requests.didWe(now, before.state() == State.ASKED && now.state() == State.CLOSED ? OUR_END : OUR_GIVING);
    }

    private static ObjectNode word(Slip slip, PlatformMatter now, PlatformMatter before, int seq) {
        ObjectNode row = slip.row().deepCopy();
        row.put("version", String.valueOf(seq));
        if (now.sort() == Sort.REVIEW) {
            return row;
        }
        row.put(now.sort() == Sort.DISPUTE ? "disputeId" : "requestId", now.id());
        row.put("orderId", now.orderId());
        row.put("status", status(now, before));
        if (now.deadline() != null) {
            row.put(now.sort() == Sort.DISPUTE ? "deadline" : "platformDeadline", now.deadline().toString());
        }
        platform(row, now, before);
        return row;
    }

    /** Who asks again after a refusal insists; who is gone before we said no took it back. */
    private static String status(PlatformMatter now, PlatformMatter before) {
        boolean weRefused = before != null && before.state() == State.WAITS_FOR_BUYER;
        return switch (now.state()) {
            case CLOSED -> now.sort() == Sort.DISPUTE || weRefused || now.step() != Step.NONE ? "CLOSED" : "WITHDRAWN";
            case DONE -> "CLOSED";
            case ASKED -> weRefused ? "REOPENED" : "OPEN";
            default -> "OPEN";
        };
    }

    /** What the marketplace or the bank did since. Money that came back without our word was given by them. */
    private static void platform(ObjectNode row, PlatformMatter now, PlatformMatter before) {
        Step was = before == null ? Step.NONE : before.step();
        boolean stepped = (now.step() == Step.STEPPED_IN || now.step() == Step.EVIDENCE || now.step() == Step.APPEAL) && now.step() != was;
        boolean forSeller = now.step() == Step.DECIDED_SELLER && was != Step.DECIDED_SELLER;
        boolean paid = now.amount() != null && (now.sort() == Sort.DISPUTE ? now.step() == Step.DECIDED_BUYER && was != Step.DECIDED_BUYER
            : now.state() == State.DONE && (now.sort() == Sort.REFUND || now.sort() == Sort.RETURN));
        if (paid) {
            ObjectNode told = row.putObject("platform").put("step", "DECIDED").put("verdict", "BUYER");
            money(told.putObject("paid"), now.amount());
        } else if (forSeller) {
            row.putObject("platform").put("step", "DECIDED").put("verdict", "SELLER");
        } else if (stepped && now.state() != State.CLOSED) {
            ObjectNode told = row.putObject("platform").put("step", "STEPPED_IN");
            if (now.deadline() != null) {
                told.put("deadline", now.deadline().toString());
            }
        }
    }

    static void money(ObjectNode node, Money amount) {
        node.put("minor", amount.minor()).put("currency", amount.currency());
    }

    private void put(String shop, String market, String kind, String matter, ObjectNode row) {
        outbox.put(LetterCourier.KIND, String.valueOf(letters.add(shop, market, kind, matter, row)), shop);
    }
}
