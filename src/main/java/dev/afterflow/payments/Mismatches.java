package dev.afterflow.payments;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.afterflow.money.Money;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lines of a provider's statement that differ from our books, each the question of one person. While a question is open the
 * difference stands on a clearing account; its answer moves it on, and a statement that matches later takes it back.
 */
@Service
@Transactional
public class Mismatches {

    /** The kind under which a difference that came, changed or went away is told through the outbox, by its id. */
    public static final String KIND = "mismatch";

    private final JdbcMismatches items;
    private final Holding holding;
    private final Audit audit;
    private final long limit;
    private final boolean smallTeam;

    Mismatches(JdbcMismatches items, Holding holding, Audit audit,
            @Value("${afterflow.payments.reconciliation.correction-limit:100}") long limit,
            @Value("${afterflow.security.small-team:false}") boolean smallTeam) {
        this.items = items;
        this.holding = holding;
        this.audit = audit;
        this.limit = limit;
        this.smallTeam = smallTeam;
    }

    /** What a line is worth against our books. */
    public enum Verdict {
        MATCH, AMOUNT_DIFF, ONLY_OURS, ONLY_THEIRS, DUPLICATE_THEIRS
    }

    /** By what a line was found to be a refund of ours. */
    public enum Basis {
        NUMBER, AMOUNT_AND_TIME
    }

    /** What a person says to a difference. */
    public enum Answer {
        EXPLAINED, CORRECTION, CLAIM
    }

    /**
     * One line and its verdict.
     *
     * @param difference theirs less ours
     * @param refundCase the case for which the refund was decided
     * @param caseNumber the case in which finance works on the difference
     * @param resolvedBy {@code statement}, {@code explained} or {@code corrected}
     */
    public record Item(long id, String shop, String provider, LocalDate day, String lineId, String refundNo, Verdict verdict,
            Basis basis, Money ours, Money theirs, Money difference, Instant movedAt, String refundCase, String caseNumber,
            boolean open, String resolvedBy, String resolvedWho, Instant resolvedAt, boolean claimed,
            @JsonIgnore String holder, @JsonIgnore long held, @JsonIgnore int moves, @JsonIgnore int opened, @JsonIgnore String answer,
            @JsonIgnore String answeredBy) {

        /** What people call the provider. */
        public String providerName(boolean chinese) {
            return Providers.name(provider, chinese);
        }
    }

    /** An answer as it was given: {@code explained}, {@code correction}, {@code claim}, {@code confirmed} or {@code sentBack}. */
    public record Said(String answer, String note, String by, Instant at) {
    }

    /** What was answered so far, the newest first. */
    @Transactional(readOnly = true)
    public List<Said> said(long id) {
        return items.said(id);
    }

    /** The difference, locked until the transaction ends. */
    public Optional<Item> lock(long id) {
        return items.lock(id);
    }

    /** The difference this case of finance is about. */
    @Transactional(readOnly = true)
    public Item ofCase(String caseNumber) {
        return items.ofCase(caseNumber).orElseThrow(() -> Problem.notFound("mismatch"));
    }

    /** Notes the case a person works in. */
    public void opened(long id, String caseNumber) {
        items.opened(id, caseNumber);
    }

    /** Keeps a person's answer; true when a second person must confirm it before it is booked. */
    public boolean answer(String caseNumber, Answer answer, String note, String login) {
        Item item = mine(caseNumber);
        if (answer == Answer.CLAIM && !item.difference().isPositive()) {
            throw Problem.invalid("answer", "claimable", "渠道并未多付，没有可追回的钱", "The provider moved no more than ours: nothing to claim back");
        }
        items.answer(item, answer.name().toLowerCase(), note, login);
        audit.record(item.shop(), "MISMATCH_ANSWERED", "mismatch", String.valueOf(item.id()),
            Map.of("answer", answer.name(), "difference", item.difference().minor(), "currency", item.difference().currency()));
        return answer == Answer.CORRECTION && aboveLimit(item.difference());
    }

    private boolean aboveLimit(Money difference) {
        int places = Math.max(0, Currency.getInstance(difference.currency()).getDefaultFractionDigits());
        return Math.abs(difference.minor()) > BigDecimal.valueOf(limit).movePointRight(places).longValueExact();
    }

    /** Whether one person may answer and confirm, saying so twice. */
    public boolean smallTeam() {
        return smallTeam;
    }

    /** A second person confirms the correction; in a small team the same one, saying so twice. */
    public void confirm(String caseNumber, String note, String login, boolean again) {
        Item item = mine(caseNumber);
        boolean same = login.equals(item.answeredBy());
        if (same && !smallTeam) {
            throw Problem.forbidden("payments.fourEyes", "提出更正的人和复核的人不能是同一人",
                "Who asks for a correction and who confirms it are different people");
        }
        if (same && !again) {
            throw Problem.invalid("confirmedAgain", "confirmAgain", "这笔更正是您提出的，请勾选再次确认", "You asked for it: confirm it a second time");
        }
        items.confirmed(item, note, login);
        audit.record(item.shop(), "MISMATCH_CONFIRMED", "mismatch", String.valueOf(item.id()), Map.of("again", again));
    }

    /** The second person does not agree; the question goes back. */
    public void sendBack(String caseNumber, String note, String login) {
        items.sentBack(mine(caseNumber), note, login);
    }

    /** How the difference of this case ended, in the words of a case's outcome. */
    @Transactional(readOnly = true)
    public String outcomeOf(String caseNumber) {
        return switch (String.valueOf(ofCase(caseNumber).resolvedBy())) {
            case "explained" -> "EXPLAINED";
            case "corrected" -> "CORRECTED";
            default -> "MATCHED";
        };
    }

    /** Books what was answered; a difference that went away meanwhile needs no booking. */
    public void book(String caseNumber) {
        Item item = items.lock(ofCase(caseNumber).id()).orElseThrow();
        if (!item.open() || item.answer() == null) {
            return;
        }
        switch (Answer.valueOf(item.answer().toUpperCase())) {
            case EXPLAINED -> end(item, null, "explained");
            case CORRECTION -> end(item, Holding.CORRECTIONS, "corrected");
            case CLAIM -> holding.move(item, Holding.CLAIMS);
        }
    }

    private void end(Item item, String holder, String how) {
        holding.move(item, holder);
        items.resolve(item.id(), how);
        audit.record(item.shop(), "MISMATCH_RESOLVED", "mismatch", String.valueOf(item.id()), Map.of("how", how));
    }

    private Item mine(String caseNumber) {
        Item item = items.lock(ofCase(caseNumber).id()).orElseThrow();
        if (!item.open()) {
            throw Problem.conflict("payments.mismatchGone", "这条差异已经对上，不用再处理", "The difference is gone; nothing is left to do");
        }
        return item;
    }
}
