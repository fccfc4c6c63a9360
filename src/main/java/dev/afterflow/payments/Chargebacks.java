package dev.afterflow.payments;

import dev.afterflow.database.Fence;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.money.Money;
import dev.afterflow.providers.CardDisputes;
import dev.afterflow.providers.CardDisputes.Dispute;
import dev.afterflow.providers.CardDisputes.Evidence;
import dev.afterflow.providers.CardDisputes.Heard;
import dev.afterflow.providers.CardDisputes.Outcome;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Payments that buyers' banks take back: how each stands, what was withheld for it, and our word about it carried to the provider
 * once. Whoever decides about them hears {@link Moved} and {@link Answered}, each published in the transaction that keeps it.
 */
@Service
public class Chargebacks {

    private final JdbcChargebacks rows;
    private final ChargebackMoney money;
    private final Book book;
    private final ObjectProvider<Owners> owners;
    private final List<CardDisputes> desks;
    private final Outbox outbox;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate tx;

    Chargebacks(JdbcChargebacks rows, ChargebackMoney money, Book book, ObjectProvider<Owners> owners, List<CardDisputes> desks,
            Outbox outbox, Audit audit, ApplicationEventPublisher events, TransactionTemplate tx) {
        this.rows = rows;
        this.money = money;
        this.book = book;
        this.owners = owners;
        this.desks = desks;
        this.outbox = outbox;
        this.audit = audit;
        this.events = events;
        this.tx = tx;
    }

    /**
     * A payment taken back, as its provider last told it.
     *
     * @param paymentId as the order knows the payment; {@code otherId} another name the provider has for it
     * @param word the provider's own word for {@code status}
     * @param dueBy until when evidence is taken; null when none is asked for
     */
    public record Chargeback(String shop, String provider, String id, String paymentId, String otherId, CardDisputes.Status status, String word,
                             String reason, String bankReason, Money amount, Instant dueBy, boolean pastDue, int submissions, Instant openedAt) {
    }

    /** It is new or stands differently; {@code before} is null when it is new to us. Published once a change, in the transaction that keeps it. */
    public record Moved(Chargeback now, Chargeback before) {
    }

    /** What may be asked of a provider. */
    public enum Verb { DRAFT, SUBMIT, ACCEPT }

    /** What became of it; {@code NEEDS_PERSON} leaves it open: asking goes on while somebody looks at the provider's own desk. */
    public enum Verdict { DONE, REFUSED, NEEDS_PERSON }

    /**
     * The provider answered what was asked under this number.
     *
     * @param code the provider's own word for why, or a word of ours in capitals: {@code SUBMITTED_BEFORE}, {@code OVER}, {@code NO_PAPERS}
     */
    public record Answered(String number, String caseNumber, String shop, String provider, String id, Verb verb, Verdict verdict, String code) {
    }

    /** What goes with a request: asked of the room that made it, at the moment it is sent. */
    public interface Papers {

        /** The frozen evidence of the request with this number; empty when it is not yours or has none. */
        Optional<Evidence> of(String number);
    }

    /** Whose payment a provider's name is, asked where one account serves many shops. */
    public interface Owners {

        /** The shop with an order that this payment paid; empty when none of ours has it. */
        Optional<String> shopOf(String provider, String paymentId);
    }

    /**
     * One line of the money book about a chargeback.
     *
     * @param account {@code withheld/}, {@code provider/} or {@code fees/} with the provider's word, or {@code chargebacks} for what is lost
     */
    public record Booked(String txn, String account, Money amount, String kind, Instant at) {
    }

    /** What a chargeback cost until now, in the currency of our balance: {@code withheld} is out of our hands, {@code fees} are paid. */
    public record Cost(Money withheld, Money fees) {
    }

    @Transactional(readOnly = true)
    public Optional<Chargeback> find(String shop, String provider, String id) {
        return rows.find(provider, id).filter(known -> known.shop().equals(shop));
    }

    /** Those of a payment, by either of its names, the newest first. */
    @Transactional(readOnly = true)
    public List<Chargeback> ofPayment(String shop, String provider, String paymentId) {
        return rows.ofPayment(shop, provider, paymentId);
    }

    /** Empty when nothing was moved yet. */
    @Transactional(readOnly = true)
    public Optional<Cost> cost(String shop, String provider, String id) {
        return rows.cost(shop, provider, id);
    }

    /** What the money book says of it, the oldest first; it is booked here and nowhere else. */
    @Transactional(readOnly = true)
    public List<Booked> booked(String shop, String provider, String id) {
        return rows.booked(shop, provider, id);
    }

    /**
     * Asks the provider for something, in the caller's transaction; it leaves the house later, and the same number once. {@link Problem} 404
     * for a chargeback that this shop does not have.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(String number, String caseNumber, String shop, String provider, String id, Verb verb) {
        find(shop, provider, id).orElseThrow(() -> Problem.notFound("chargeback"));
        if (rows.ask(number, caseNumber, shop, provider, id, verb)) {
            outbox.put(ChargebackCourier.KIND, ChargebackCourier.lane(provider), number, shop);
            audit.record(shop, "CHARGEBACK_" + verb, "case", caseNumber, Map.of("dispute", id, "number", number));
        }
    }

    /** Reads a dispute anew and keeps what it says; false when the provider did not say it clearly. */
    boolean look(String shop, String provider, String id) {
        CardDisputes desk = desks.stream().filter(each -> each.code().equals(provider)).findFirst().orElseThrow();
        Heard heard = desk.read(shop, id);
        if (heard.outcome() == Outcome.DONE) {
            String owner = desk.accounts().contains(shop) ? shop : Fence.everywhere(() -> home(shop, provider, heard.dispute()));
            Fence.within(List.of(owner), () -> take(owner, provider, heard.dispute()));
        }
        return heard.outcome() != Outcome.UNKNOWN;
    }

    /** The house's account serves many shops, and whichever listens hears of all of them: a dispute is the shop's whose payment it takes back. */
    private String home(String shop, String provider, Dispute dispute) {
        return Stream.of(dispute.paymentId(), dispute.otherId()).filter(Objects::nonNull)
            .flatMap(payment -> book.shopOf(provider, null, payment).or(() -> owner(provider, payment)).stream()).findFirst().orElse(shop);
    }

    private Optional<String> owner(String provider, String payment) {
        return owners.stream().flatMap(each -> each.shopOf(provider, payment).stream()).findFirst();
    }

    /** Keeps how a dispute stands, books what it moved, and tells; the same again changes nothing. */
    void take(String shop, String provider, Dispute dispute) {
        tx.executeWithoutResult(status -> {
            Optional<Chargeback> before = rows.lock(provider, dispute.id());
            if (before.filter(known -> !known.shop().equals(shop)).isPresent() || !rows.keep(shop, provider, dispute)) {
                return;
            }
            Chargeback now = rows.find(provider, dispute.id()).orElseThrow();
            money.book(now, dispute.moves());
            if (before.isEmpty() || !before.get().equals(now)) {
                audit.record(shop, "CHARGEBACK_SEEN", "chargeback", dispute.id(), Map.of("provider", provider, "status", dispute.word()));
                events.publishEvent(new Moved(now, before.orElse(null)));
            }
        });
    }
}
