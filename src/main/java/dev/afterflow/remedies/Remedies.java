package dev.afterflow.remedies;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.afterflow.cases.Case;
import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which remedies may be offered in a case, what each costs the seller, what was offered and what the buyer chose. What lies
 * below the law's grant is never offered, nor is anything for a review; an offer takes one choice while it is open.
 */
@Service
@Transactional
public class Remedies {

    private final Inquiry inquiry;
    private final JdbcLiabilities liabilities;
    private final Ranker ranker;
    private final JdbcOptions options;
    private final Offers offers;

    Remedies(Inquiry inquiry, JdbcLiabilities liabilities, Ranker ranker, JdbcOptions options, Offers offers) {
        this.inquiry = inquiry;
        this.liabilities = liabilities;
        this.ranker = ranker;
        this.options = options;
        this.offers = offers;
    }

    /**
     * A remedy that may be offered.
     *
     * @param code names it within the case: the remedy, with the rule behind it if the case has the remedy twice
     * @param remedy refund, returnRefund, exchange or reship
     * @param amountRule FULL, PIECE, AGREED, DIFFERENCE, STANDARD, PROMISED or NONE
     * @param rank from 1, the least cost to the seller first
     * @param cost to the seller, what comes back to it taken off
     * @param gets what the buyer gets in money; null if nothing, or if a person has to say how much
     * @param least the least and the most that may be agreed, null where nothing is to agree
     */
    public record Option(String code, String remedy, String amountRule, int rank, Money cost, Money gets, Money least, Money most,
                         boolean needsReview, String groundZh, String groundEn) {

        public String titleZh() {
            return Words.remedy(remedy, amountRule, true);
        }

        public String titleEn() {
            return Words.remedy(remedy, amountRule, false);
        }

        /** Does it make the whole matter good, as the law grants it? */
        @JsonIgnore
        public boolean whole() {
            return !amountRule.equals("AGREED") && !amountRule.equals("STANDARD");
        }
    }

    /** Options by cost, and whether what the buyer asked for can be agreed to without anybody's review. */
    public record Ranking(List<Option> options, boolean asAsked) {
    }

    /** One numbered line of an offer; gets is what the buyer gets in money, or null. */
    public record Line(int number, String code, String remedy, Money gets, String titleZh, String titleEn) {

        String text(boolean chinese) {
            String money = gets == null ? "" : (chinese ? "，退 " : ", you get ") + gets.display(chinese);
            return number + ". " + (chinese ? titleZh : titleEn) + money;
        }
    }

    /**
     * What was offered to the buyer.
     *
     * @param chosenBy BUYER by message, AGENT for a choice told on the phone
     */
    public record Offer(long id, String caseNumber, String shop, State state, List<Line> lines, Instant offeredAt, Instant answerBy,
                        int reminders, String chosen, Chooser chosenBy, Instant chosenAt) {

        /** SILENT when nobody chose, WITHDRAWN when it was taken back or another offer took its place. */
        public enum State { OPEN, CHOSEN, SILENT, WITHDRAWN }

        public Optional<Line> line(String code) {
            return lines.stream().filter(line -> line.code().equals(code)).findFirst();
        }

        /** The numbered lines as a message shows them. */
        public String text(boolean chinese) {
            return lines.stream().map(line -> line.text(chinese)).collect(Collectors.joining("\n"));
        }
    }

    /** The person who recorded a choice, with the roles they had then. */
    public record Recorder(String login, Set<Role> roles) {
        public Recorder {
            roles = Set.copyOf(roles);
        }
    }

    /** Who of the house recorded the choice of the latest offer; empty if the buyer chose by message, or nobody yet. */
    @Transactional(readOnly = true)
    public Optional<Recorder> recorder(String caseNumber) {
        return offers.recorder(caseNumber);
    }

    /** Who said what was chosen. */
    public enum Chooser { BUYER, AGENT }

    /** What {@code remedy-options} asks, as far as this room knows it; the workshop adds stage, reasonType and eligibility. */
    public Map<String, Object> facts(String caseNumber) {
        Circumstances known = inquiry.into(caseNumber);
        Liability.Party party = liabilities.find(caseNumber).map(Liability::party).orElse(Liability.Party.UNCLEAR);
        return Map.of("jurisdiction", known.shop().jurisdiction(), "liableParty", party.name(), "inStock", known.inStock(),
                "currency", known.order().currency(), "valueMinor", known.value().minor(),
                "tier", known.asked().tier() == null ? "NEW" : known.asked().tier());
    }

    /** Prices what the table proposed, leaves out what is below the law, and keeps the rest by cost to the seller. */
    public Ranking rank(String caseNumber, List<Map<String, Object>> proposed) {
        Liability settled = liabilities.lock(caseNumber).orElseThrow(() -> Problem.notFound("liability"));
        Circumstances known = inquiry.into(caseNumber);
        List<Option> ranked = ranker.rank(proposed, known, settled);
        options.replace(caseNumber, settled.shop(), ranked);
        String asked = asked(known.asked().kind());
        return new Ranking(ranked, ranked.stream().anyMatch(option -> option.remedy().equals(asked) && option.whole() && !option.needsReview()));
    }

    /** The options as last ranked. */
    @Transactional(readOnly = true)
    public List<Option> options(String caseNumber) {
        return options.of(caseNumber);
    }

    /** Offers these options by their codes, each with its own amount. */
    public Offer offer(String caseNumber, List<String> codes) {
        return offer(caseNumber, codes, Map.of());
    }

    /**
     * Offers these options; an offer still open gives way to it. 422 if a code is unknown, an amount is not within what may be
     * agreed, no option makes the matter good as the law grants it, or money would go for a review.
     *
     * @param amounts what a person agreed to instead of the option's own amount, by code
     */
    public Offer offer(String caseNumber, List<String> codes, Map<String, Money> amounts) {
        Circumstances known = inquiry.into(caseNumber);
        return offers.open(known, Offering.demand(known, options.of(caseNumber), codes, amounts), Who.ifAny().orElse(Who.SYSTEM));
    }

    /** Until when the open offer is waited for. */
    public void expect(String caseNumber, Instant answerBy) {
        offers.expect(caseNumber, answerBy);
    }

    /** The buyer was reminded of the open offer; answers how often by now. */
    public int reminded(String caseNumber) {
        return offers.reminded(caseNumber);
    }

    /** The latest offer. */
    @Transactional(readOnly = true)
    public Optional<Offer> offer(String caseNumber) {
        return offers.latest(caseNumber);
    }

    /**
     * Takes the buyer's choice, once; {@link BuyerChose} tells it after commit. 409 if no offer is open, 422 if the code is not
     * among what was offered.
     */
    public Offer choose(String caseNumber, String code, Chooser by) {
        return offers.choose(caseNumber, code, by, null, Who.ifAny().orElse(Who.SYSTEM));
    }

    /** A choice told on the phone, with the agent's note. */
    Offer chooseByPhone(String caseNumber, String code, String note, Who who) {
        return offers.choose(caseNumber, code, Chooser.AGENT, note, who);
    }

    /** Is this exactly the number or the word of an option of the offer that is open, or that this very word has just settled? */
    @Transactional(readOnly = true)
    public boolean isChoice(String caseNumber, String text) {
        return offers.latest(caseNumber).filter(offer -> offer.state() == Offer.State.OPEN || offer.state() == Offer.State.CHOSEN)
                .flatMap(offer -> Choice.of(text, offer.lines())).isPresent();
    }

    /** Takes a buyer's message as a choice if it is exactly one, and not older than the offer. */
    void hear(String caseNumber, String text, Instant at) {
        offers.hear(caseNumber, text, at);
    }

    /** The buyer stayed silent; nobody may choose any more. */
    public void lapse(String caseNumber) {
        offers.end(caseNumber, Offer.State.SILENT);
    }

    /** The offer is taken back, or its request is over. */
    public void withdraw(String caseNumber) {
        offers.end(caseNumber, Offer.State.WITHDRAWN);
    }

    static String asked(Case.Kind kind) {
        return switch (kind) {
            case REFUND_ONLY -> "refund";
            case RETURN_REFUND -> "returnRefund";
            case EXCHANGE -> "exchange";
            case RESHIP -> "reship";
            default -> "";
        };
    }
}
