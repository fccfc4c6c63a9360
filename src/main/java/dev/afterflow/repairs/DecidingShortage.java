package dev.afterflow.repairs;

import dev.afterflow.cases.Timeline;
import dev.afterflow.logistics.Replacements;
import dev.afterflow.money.Money;
import dev.afterflow.repairs.Shortage.Claim;
import dev.afterflow.repairs.Shortage.Party;
import dev.afterflow.repairs.Shortage.Remedy;
import dev.afterflow.repairs.Shortage.Said;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person decides about a shortage. What stands against our own records cannot be refused; a refusal needs a lead, proof and
 * words for the buyer; money is at most the price of what is missing and what is left of the payment.
 */
@Component
@Transactional
class DecidingShortage {

    private final JdbcShortages store;
    private final JdbcAnswers answers;
    private final Matters matters;
    private final Promises promises;
    private final Replacements replacements;
    private final Timeline timeline;
    private final Audit audit;

    DecidingShortage(JdbcShortages store, JdbcAnswers answers, Matters matters, Promises promises, Replacements replacements, Timeline timeline, Audit audit) {
        this.store = store;
        this.answers = answers;
        this.matters = matters;
        this.promises = promises;
        this.replacements = replacements;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** What was filled in; the party is null where it was settled before. */
    record Typed(Party party, Remedy remedy, Map<String, Integer> pieces, String amount, String words, String note, List<String> evidence) {
    }

    Shortage decide(String caseNumber, String task, Typed typed, Who who) {
        Shortage known = store.lock(caseNumber).orElseThrow(() -> Problem.notFound("shortage"));
        Matter matter = matters.of(caseNumber);
        Party party = typed.party() == null ? known.party() : typed.party();
        demandReason(known, party, typed);
        Money amount = switch (typed.remedy()) {
            case REFUND -> amount(matter, typed);
            case REFUSE -> refusal(known, party, typed, who);
            default -> null;
        };
        demandPieces(known, matter, typed);
        Shortage decided = known.decided(party, typed.remedy(), typed.pieces(), amount, new Said(typed.words(), typed.note(), who.login(), who.roles()));
        store.save(decided);
        replacements.pieces(caseNumber, typed.pieces());
        promises.answered(caseNumber);
        keep(decided, task, typed, who);
        return decided;
    }

    private static void demandReason(Shortage known, Party party, Typed typed) {
        if (known.found() != null && party != known.found().party() && typed.party() != null && typed.note() == null) {
            throw Problem.invalid("note", "required", "与规则给出的责任不同，请写明依据", "Not what the table says: write on what you base it");
        }
    }

    private static Money amount(Matter matter, Typed typed) {
        Money most = matter.price(typed.pieces()).min(matter.left());
        Money amount = Rows.money(Map.of("amount", typed.amount() == null ? "" : typed.amount()), "amount", matter.order().currency());
        if (amount == null || !amount.isPositive() || amount.compareTo(most) > 0) {
            throw Problem.invalid("amount", "range", "金额须大于零，且不超过缺件价款 " + Words.plain(most), "More than nothing and at most the price of what is missing, " + Words.plain(most));
        }
        return amount;
    }

    /** Only where nothing of ours speaks for the buyer, only by who leads, only with proof. */
    private static Money refusal(Shortage known, Party party, Typed typed, Who who) {
        if (!who.is(Role.LEAD, Role.SUPERVISOR, Role.MANAGER)) {
            throw Problem.forbidden("repairs.leadNeeded", "拒绝买家须由主管决定", "A buyer is refused by a lead or above");
        }
        if (party != Party.UNPROVED || known.found() != null && known.found().party().isOfOurs()) {
            throw Problem.invalid("remedy", "unlawfulGround", "只有主张未证实且我方记录完整时才能拒绝", "Only what is not proved against complete records may be refused");
        }
        if (typed.words() == null || typed.evidence().isEmpty()) {
            throw Problem.invalid(typed.words() == null ? "words" : "evidence", "required", "请写明给买家的理由并附凭证", "Give the buyer the reason, and attach the proof");
        }
        return null;
    }

    private static void demandPieces(Shortage known, Matter matter, Typed typed) {
        boolean goods = typed.remedy() == Remedy.RESHIP || typed.remedy() == Remedy.EXCHANGE;
        if (goods && typed.pieces().isEmpty()) {
            throw Problem.invalid("lines", "required", "请填写缺少或错发的件数", "Say how many pieces are missing or wrong");
        }
        if (typed.remedy() == Remedy.EXCHANGE && known.claim() != Claim.WRONG) {
            throw Problem.invalid("remedy", "nothingToExchange", "少件没有可换回的货，请补寄或退款", "Nothing wrong to send back: send the pieces or refund");
        }
        typed.pieces().forEach((line, quantity) -> matter.order().item(line).filter(item -> quantity <= item.quantity())
                .orElseThrow(() -> Problem.invalid("lines", "quantity", "件数不能超过购买的件数", "No more pieces than were bought")));
    }

    private void keep(Shortage decided, String task, Typed typed, Who who) {
        String remedy = Rows.word(typed.remedy());
        if (typed.remedy() == Remedy.REFUSE) {
            promises.refused(decided.caseNumber());
        }
        answers.add(decided.caseNumber(), decided.shop(), task, remedy, Map.of("party", decided.party().name(), "pieces", typed.pieces(),
                "amount", decided.amount() == null ? 0 : decided.amount().minor(), "note", typed.note() == null ? "" : typed.note()), typed.evidence(), who);
        timeline.add(decided.caseNumber(), "DECISION", "商定补救：" + Words.of(remedy, true) + "；责任：" + Words.of(decided.party().name(), true),
                "Remedy decided: " + Words.of(remedy, false) + "; liable: " + Words.of(decided.party().name(), false), Map.of("remedy", remedy));
        audit.record(decided.shop(), "SHORTAGE_DECIDED", "case", decided.caseNumber(), Map.of("by", who.login(), "remedy", remedy,
                "party", decided.party().name(), "amount", decided.amount() == null ? 0 : decided.amount().minor()));
    }
}
