package dev.afterflow.remedies;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Timeline;
import dev.afterflow.remedies.Remedies.Chooser;
import dev.afterflow.remedies.Remedies.Line;
import dev.afterflow.remedies.Remedies.Offer;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Offers to buyers and their choices; an offer's row is held while it moves, so that one move wins. */
@Component
class Offers {

    private final JdbcOffers store;
    private final Cases cases;
    private final Timeline timeline;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Offers(JdbcOffers store, Cases cases, Timeline timeline, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    Optional<Offer> latest(String caseNumber) {
        return store.latest(caseNumber);
    }

    Optional<Remedies.Recorder> recorder(String caseNumber) {
        return store.recorder(caseNumber);
    }

    Offer open(Circumstances known, List<Line> lines, Who who) {
        String caseNumber = known.asked().number();
        if (!known.asked().open()) {
            throw Problem.conflict("cases.closed", "工单已结案", "The case is closed");
        }
        end(caseNumber, Offer.State.WITHDRAWN);
        store.insert(caseNumber, known.shop().id(), lines, who.login(), clock.instant());
        timeline.add(caseNumber, "DECISION", "向买家提出：" + joined(lines, true), "Offered to the buyer: " + joined(lines, false),
                Map.of("codes", lines.stream().map(Line::code).toList()));
        audit.record(known.shop().id(), "REMEDIES_OFFERED", "case", caseNumber, Map.of("codes", codes(lines), "by", who.login()));
        return store.latest(caseNumber).orElseThrow();
    }

    void expect(String caseNumber, Instant answerBy) {
        store.lockLatest(caseNumber).filter(Offers::isOpen).ifPresent(open -> store.expect(open.id(), answerBy));
    }

    int reminded(String caseNumber) {
        return store.lockLatest(caseNumber).filter(Offers::isOpen).map(open -> store.reminded(open.id())).orElse(0);
    }

    Offer choose(String caseNumber, String code, Chooser by, String note, Who who) {
        if (!cases.find(caseNumber).open()) {
            throw Problem.conflict("cases.closed", "工单已结案", "The case is closed");
        }
        Offer open = store.lockLatest(caseNumber)
                .orElseThrow(() -> Problem.conflict("remedies.noOffer", "没有向买家提出方案", "Nothing has been offered to the buyer"));
        if (open.state() == Offer.State.CHOSEN) {
            throw Problem.conflict("remedies.alreadyChosen", "买家已经选过", "The buyer has chosen already");
        }
        if (!isOpen(open)) {
            throw Problem.conflict("remedies.offerOver", "方案已失效", "The offer is over");
        }
        Line line = open.line(code).orElseThrow(() -> Problem.invalid("code", "values", "没有提出过这个方案", "This was not among what was offered"));
        return chosen(open, line, by, note, who);
    }

    void hear(String caseNumber, String text, Instant at) {
        cases.look(caseNumber).filter(Case::open).flatMap(open -> store.lockLatest(caseNumber)).filter(Offers::isOpen)
                .filter(open -> !at.isBefore(open.offeredAt()))
                .ifPresent(open -> Choice.of(text, open.lines()).ifPresent(line -> chosen(open, line, Chooser.BUYER, null, Who.SYSTEM)));
    }

    private Offer chosen(Offer open, Line line, Chooser by, String note, Who who) {
        store.choose(open.id(), line.code(), by, who, note, clock.instant());
        boolean phone = by == Chooser.AGENT;
        timeline.add(open.caseNumber(), "DECISION", (phone ? "买家电话选择：" : "买家选择：") + line.titleZh(),
                (phone ? "The buyer chose on the phone: " : "The buyer chose: ") + line.titleEn(), Map.of("code", line.code()));
        Map<String, Object> details = new HashMap<>(Map.of("code", line.code(), "by", by.name(), "offer", open.id()));
        if (note != null) {
            details.put("note", note);
        }
        audit.record(open.shop(), "REMEDY_CHOSEN", "case", open.caseNumber(), details);
        events.publishEvent(new BuyerChose(open.caseNumber(), open.shop(), open.id(), line.code(), line.remedy()));
        return store.latest(open.caseNumber()).orElseThrow();
    }

    /** An open offer ends so; one that is over stays as it is. */
    void end(String caseNumber, Offer.State how) {
        store.lockLatest(caseNumber).filter(Offers::isOpen).ifPresent(open -> {
            store.end(open.id(), how);
            audit.record(open.shop(), "OFFER_" + how.name(), "case", caseNumber, Map.of("offer", open.id()));
        });
    }

    private static boolean isOpen(Offer offer) {
        return offer.state() == Offer.State.OPEN;
    }

    private static String joined(List<Line> lines, boolean chinese) {
        return lines.stream().map(line -> line.text(chinese)).collect(Collectors.joining(chinese ? "；" : "; "));
    }

    private static String codes(List<Line> lines) {
        return lines.stream().map(Line::code).collect(Collectors.joining(","));
    }
}
