package dev.afterflow.complaints;

import dev.afterflow.cases.Timeline;
import dev.afterflow.complaints.Complaint.State;
import dev.afterflow.money.Money;
import dev.afterflow.remedies.Remedies;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person decides or arranges for a buyer whose parcel went wrong; seized goods are never promised by air again. */
@Component
@Transactional
class ComplaintDecision {

    static final String NONE = "none";

    private final JdbcComplaints store;
    private final ComplaintNews news;
    private final ComplaintTerms terms;
    private final ComplaintMoney money;
    private final Remedies remedies;
    private final Timeline timeline;
    private final Audit audit;

    ComplaintDecision(JdbcComplaints store, ComplaintNews news, ComplaintTerms terms, ComplaintMoney money, Remedies remedies, Timeline timeline,
                      Audit audit) {
        this.store = store;
        this.news = news;
        this.terms = terms;
        this.money = money;
        this.remedies = remedies;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** An option by its code, with the amount where one is to be agreed; {@code byGround} confirms that seized goods do not fly again. */
    record Chosen(String code, Money amount, boolean byGround, JdbcComplaints.Said said) {
    }

    /** Answers the remedy that is agreed: refund, reship or none. */
    String decide(String caseNumber, Chosen chosen, Who who) {
        Complaint known = person(caseNumber, who);
        String remedy = NONE.equals(chosen.code()) ? nothing(known, chosen) : option(known, chosen);
        store.answer(known, "decideRemedy", chosen.said(), who.login(), terms.now());
        store.agreed(caseNumber, remedy, State.AGREED);
        audit.record(known.shop(), "COMPLAINT_DECIDED", "case", caseNumber, Map.of("by", who.login(), "remedy", remedy));
        return remedy;
    }

    private String option(Complaint known, Chosen chosen) {
        List<Remedies.Option> options = remedies.options(known.caseNumber());
        Remedies.Option option = options.stream().filter(each -> each.code().equals(chosen.code())).findFirst()
                .orElseThrow(() -> Problem.invalid("remedy", "values", "请选择补救办法", "Choose a remedy"));
        if (known.isSeized() && option.remedy().equals(ComplaintRemedy.RESHIP) && !chosen.byGround()) {
            throw Problem.invalid("byGround", "complaints.neverByAir", "被安检没收的货不得再走航空：须确认改走陆运、面单注明航空禁运",
                    "What security seized never goes by air again: confirm that it goes by ground and the label says so");
        }
        List<String> codes = new ArrayList<>(List.of(option.code()));
        if (!option.whole()) {
            options.stream().filter(Remedies.Option::whole).map(Remedies.Option::code).findFirst().ifPresent(codes::add);
        }
        remedies.offer(known.caseNumber(), codes, option.whole() || chosen.amount() == null ? Map.of() : Map.of(option.code(), chosen.amount()));
        remedies.choose(known.caseNumber(), option.code(), Remedies.Chooser.AGENT);
        money.agreed(known);
        return option.remedy();
    }

    /** Nothing is given: the buyer is told why, in the person's own words. */
    private String nothing(Complaint known, Chosen chosen) {
        if (chosen.said().note() == null) {
            throw Problem.invalid("note", "required", "请写明理由，会告诉买家", "Give the reason; the buyer is told");
        }
        remedies.withdraw(known.caseNumber());
        news.tell(known, "parcelAnswered", "answered-" + known.chases(), Map.of("words", chosen.said().note()));
        timeline.add(known.caseNumber(), "DECISION", "不再补救：" + chosen.said().note(), "Nothing is made good: " + chosen.said().note(), Map.of());
        return NONE;
    }

    /** The parcel goes to the door, comes back, or goes on with its papers; true if that settles it. */
    boolean arranged(String caseNumber, boolean done, JdbcComplaints.Said said, Who who) {
        Complaint known = person(caseNumber, who);
        store.answer(known, "arrangeDelivery", said, who.login(), terms.now());
        if (done) {
            store.agreed(caseNumber, "done", State.AGREED);
            timeline.add(caseNumber, "PARCEL", "已安排好：" + said.note(), "Arranged: " + said.note(), Map.of());
        }
        audit.record(known.shop(), done ? "PARCEL_ARRANGED" : "PARCEL_NOT_ARRANGED", "case", caseNumber, Map.of("by", who.login()));
        return done;
    }

    /** What becomes of goods that turned up after the buyer was made whole. */
    void settleFound(String caseNumber, JdbcComplaints.Said said, Who who) {
        Complaint known = person(caseNumber, who);
        store.answer(known, "settleFoundGoods", said, who.login(), terms.now());
        boolean back = said.answer().equals("back");
        timeline.add(caseNumber, "PARCEL", (back ? "找到的货退回我们：" : "找到的货留给买家：") + said.note(),
                (back ? "The goods found come back to us: " : "The buyer keeps the goods found: ") + said.note(), Map.of("answer", said.answer()));
        audit.record(known.shop(), "FOUND_GOODS_SETTLED", "case", caseNumber, Map.of("by", who.login(), "answer", said.answer()));
    }

    private Complaint person(String caseNumber, Who who) {
        if (who.kind() != Who.Kind.PERSON) {
            throw Problem.forbidden("complaints.personNeeded", "只有人可以决定", "Only a person may decide this");
        }
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("complaint"));
    }
}
