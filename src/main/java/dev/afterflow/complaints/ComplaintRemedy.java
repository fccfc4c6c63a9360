package dev.afterflow.complaints;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.complaints.Complaint.State;
import dev.afterflow.remedies.Remedies;
import dev.afterflow.security.Audit;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the buyer gets: as they asked where the rules allow it, as they choose, or as a person decides; silence costs them nothing. */
@Component
@Transactional
class ComplaintRemedy {

    static final String REFUND = "refund";
    static final String RESHIP = "reship";
    private static final Set<String> OURS = Set.of(REFUND, RESHIP);
    private static final Set<String> ARRANGED = Set.of("redeliver", "resend", "documents", "return");
    private static final Set<String> CHOSEN = Set.of("choice", "part");
    private static final int MOST_REMINDERS = 2;

    private final JdbcComplaints store;
    private final ComplaintScene scene;
    private final ComplaintNews news;
    private final ComplaintTerms terms;
    private final ComplaintMoney money;
    private final Remedies remedies;
    private final Cases cases;
    private final Timeline timeline;
    private final Audit audit;

    ComplaintRemedy(JdbcComplaints store, ComplaintScene scene, ComplaintNews news, ComplaintTerms terms, ComplaintMoney money, Remedies remedies,
                    Cases cases, Timeline timeline, Audit audit) {
        this.store = store;
        this.scene = scene;
        this.news = news;
        this.terms = terms;
        this.money = money;
        this.remedies = remedies;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** The facts for {@code remedy-options}: where nothing was delivered the buyer has nothing, whatever a scan says. */
    Map<String, Object> layOut(String caseNumber) {
        Complaint known = store.lock(caseNumber).orElseThrow();
        Map<String, Object> told = new HashMap<>(remedies.facts(caseNumber));
        told.put("stage", known.stage());
        told.put("reasonType", known.reasonType());
        told.put("eligibility", "");
        if (known.reasonType().equals("DAMAGED") && Set.of("SELLER", "UNCLEAR").contains(String.valueOf(told.get("liableParty")))) {
            told.put("liableParty", "CARRIER");
        }
        return told;
    }

    /** Keeps what may be offered; answers how it is agreed: agreed as asked, offer, arrange, or person. */
    String keep(String caseNumber, List<Map<String, Object>> proposed) {
        Complaint known = store.lock(caseNumber).orElseThrow();
        boolean goodwill = known.way().way().equals("goodwill");
        List<Map<String, Object>> rows = proposed.stream().filter(row -> OURS.contains(String.valueOf(row.get("remedy"))))
                .filter(row -> goodwill == "STANDARD".equals(row.get("amountRule"))).toList();
        remedies.rank(caseNumber, rows);
        if (ARRANGED.contains(known.way().way())) {
            return "arrange";
        }
        List<Remedies.Option> free = offerable(caseNumber);
        if (!CHOSEN.contains(known.way().way()) || free.isEmpty() || partUnclear(known)) {
            return "person";
        }
        return asked(known, free).map(code -> agreedAsAsked(known, code)).orElse("offer");
    }

    /** Nobody knows which pieces are missing: a person finds out before anything is sent. */
    private boolean partUnclear(Complaint known) {
        return known.way().way().equals("part") && scene.of(known.caseNumber()).asked().lines().isEmpty();
    }

    private List<Remedies.Option> offerable(String caseNumber) {
        List<Remedies.Option> options = remedies.options(caseNumber);
        boolean allFree = options.stream().filter(Remedies.Option::whole).noneMatch(Remedies.Option::needsReview);
        return allFree ? options.stream().filter(Remedies.Option::whole).toList() : List.of();
    }

    /** What the buyer already asked for, or the missing part that the law gives them anyway. */
    private Optional<String> asked(Complaint known, List<Remedies.Option> free) {
        String said = scene.of(known.caseNumber()).asked().askedRemedy();
        String wish = known.way().way().equals("part") ? RESHIP : said == null ? "" : said.toLowerCase(Locale.ROOT);
        return free.stream().filter(option -> option.remedy().equals(wish)).map(Remedies.Option::code).findFirst();
    }

    private String agreedAsAsked(Complaint known, String code) {
        remedies.offer(known.caseNumber(), List.of(code));
        remedies.choose(known.caseNumber(), code, Remedies.Chooser.BUYER);
        take(known.caseNumber());
        return "agreed";
    }

    /** Puts the options before the buyer; answers until when they may choose. */
    Instant offer(String caseNumber) {
        Complaint known = store.lock(caseNumber).orElseThrow();
        remedies.offer(caseNumber, offerable(caseNumber).stream().map(Remedies.Option::code).toList());
        store.state(caseNumber, State.OFFERED);
        tellOffer(known, "parcelOffer", "offer-");
        return await(known, ComplaintTerms.CHOICE);
    }

    private Instant await(Complaint known, String step) {
        Instant until = terms.of(known.shop(), step);
        remedies.expect(known.caseNumber(), until);
        cases.state(known.caseNumber(), Case.State.WAITING_BUYER);
        return until;
    }

    private void tellOffer(Complaint known, String template, String key) {
        Remedies.Offer offer = remedies.offer(known.caseNumber()).orElseThrow();
        news.tell(known, template, key + offer.id(), Map.of("options", offer.text(news.chinese(known))));
    }

    boolean awaitsChoice(String caseNumber, long offer) {
        return store.lock(caseNumber).filter(known -> known.state() == State.OFFERED).isPresent()
                && remedies.offer(caseNumber).filter(latest -> latest.id() == offer).isPresent();
    }

    /** What was chosen becomes what is agreed, and owed if it is money; answers the remedy. */
    String take(String caseNumber) {
        Complaint known = store.lock(caseNumber).orElseThrow();
        Remedies.Offer offer = remedies.offer(caseNumber).orElseThrow();
        String remedy = offer.line(offer.chosen()).orElseThrow().remedy();
        store.agreed(caseNumber, remedy, State.AGREED);
        money.agreed(known);
        cases.state(caseNumber, Case.State.OPEN);
        return remedy;
    }

    /** After a term without a choice: until when the buyer is reminded, or null once a person decides. */
    Instant weighSilence(String caseNumber) {
        Complaint known = store.lock(caseNumber).orElseThrow();
        int reminders = remedies.offer(caseNumber).map(Remedies.Offer::reminders).orElse(MOST_REMINDERS);
        if (reminders < MOST_REMINDERS) {
            return await(known, ComplaintTerms.REMINDER);
        }
        remedies.lapse(caseNumber);
        store.state(caseNumber, State.REMEDY);
        cases.state(caseNumber, Case.State.OPEN);
        timeline.add(caseNumber, "DECISION", "买家没有选择，由人决定，权利不因沉默而失", "The buyer did not choose; a person decides, silence costs no right", Map.of());
        return null;
    }

    void remind(String caseNumber) {
        Complaint known = store.lock(caseNumber).orElseThrow();
        tellOffer(known, "parcelOfferReminder", "offer-" + remedies.reminded(caseNumber) + "-");
    }

    /** Nothing is in stock: money at once instead, as the law grants it. */
    void turnToRefund(String caseNumber) {
        Complaint known = store.lock(caseNumber).orElseThrow();
        String code = remedies.options(caseNumber).stream().filter(option -> option.remedy().equals(REFUND) && option.whole())
                .map(Remedies.Option::code).findFirst().orElseThrow();
        remedies.offer(caseNumber, List.of(code));
        remedies.choose(caseNumber, code, Remedies.Chooser.BUYER);
        store.agreed(caseNumber, REFUND, State.AGREED);
        money.agreed(known);
        timeline.add(caseNumber, "DECISION", "缺货，立即改为退款", "Out of stock: refunded at once instead", Map.of());
        audit.record(known.shop(), "COMPLAINT_TURNED_TO_REFUND", "case", caseNumber, Map.of("code", code));
    }
}
