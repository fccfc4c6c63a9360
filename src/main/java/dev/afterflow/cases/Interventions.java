package dev.afterflow.cases;

import dev.afterflow.cases.Cases.NewCase;
import dev.afterflow.cases.RequestChanged.Change;
import dev.afterflow.security.Audit;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A marketplace steps into a running case and decides it; about a case that is closed, or that people handle, it opens its own. */
@Component
class Interventions {

    private final JdbcInterventions store;
    private final JdbcCases cases;
    private final Timeline timeline;
    private final Audit audit;
    private final LiveNews news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Interventions(JdbcInterventions store, JdbcCases cases, Timeline timeline, Audit audit, LiveNews news,
                  ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    /** The open case about the goods of an order that a process of its own handles. */
    Optional<Case> runningFor(String shop, String orderId) {
        return orderId == null ? Optional.empty() : cases.lockOpen(shop, orderId, Case.Kind.REFUND_ONLY.matter()).filter(Interventions::listens);
    }

    static boolean listens(Case of) {
        return of.open() && !of.process().equals(CaseProcess.HANDLE_BY_HAND);
    }

    /** Keeps the word and tells the workshop; one older than the last is dropped. */
    void heard(Case in, NewCase told, PlatformWord word) {
        if (store.version(in, told).filter(known -> !Versions.newer(told.version(), known)).isPresent()) {
            return;
        }
        store.keep(in, told, word, clock.instant());
        boolean decided = word.step() == PlatformWord.Step.DECIDED;
        if (word.paid() != null) {
            store.gave(in, told, word, clock.instant());
        }
        Map<String, String> data = new HashMap<>(Map.of("request", told.externalId(), "version", told.version()));
        data.put("words", word.words() == null ? "" : word.words());
        timeline.add(in.number(), "REQUEST", decided ? zh(word) : "平台介入", decided ? en(word) : "The marketplace stepped in", data);
        audit.record(in.shop(), decided ? "PLATFORM_DECIDED" : "PLATFORM_STEPPED_IN", "case", in.number(),
                Map.of("request", told.externalId(), "verdict", word.verdict() == null ? "" : word.verdict().name(),
                        "paid", word.paid() == null ? 0 : word.paid().minor()));
        Change change = decided ? Change.PLATFORM_DECIDED : Change.PLATFORM_STEPPED_IN;
        news.changed(in.shop(), in.number(), change.name().toLowerCase(Locale.ROOT));
        events.publishEvent(new RequestChanged(in.number(), in.shop(), change));
    }

    private static String zh(PlatformWord word) {
        return word.verdict() == PlatformWord.Verdict.SELLER ? "平台判定支持商家"
                : "平台判定支持买家，已由平台退款 " + word.paid().display(true);
    }

    private static String en(PlatformWord word) {
        return word.verdict() == PlatformWord.Verdict.SELLER ? "The marketplace decided for the seller"
                : "The marketplace decided for the buyer and paid " + word.paid().display(false);
    }
}
