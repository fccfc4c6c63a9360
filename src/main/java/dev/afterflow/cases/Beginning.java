package dev.afterflow.cases;

import dev.afterflow.security.Audit;
import dev.afterflow.sla.Clocks;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What belongs to a case's first moment: its first words, clock, audit row and process, in one transaction. */
@Component
class Beginning {

    private final Timeline timeline;
    private final Clocks clocks;
    private final Audit audit;
    private final LiveNews news;
    private final CaseProcess process;
    private final ApplicationEventPublisher events;

    Beginning(Timeline timeline, Clocks clocks, Audit audit, LiveNews news, CaseProcess process,
              ApplicationEventPublisher events) {
        this.timeline = timeline;
        this.clocks = clocks;
        this.audit = audit;
        this.news = news;
        this.process = process;
        this.events = events;
    }

    void of(Case opened) {
        timeline.add(opened.number(), "OPENED", opened.continues() == null ? "工单已创建" : "工单已创建，接续 " + opened.continues(),
                opened.continues() == null ? "Case opened" : "Case opened, continues " + opened.continues(),
                Map.of("kind", opened.kind().name(), "process", opened.process(), "team", opened.team()));
        if (!opened.orderKnown()) {
            timeline.add(opened.number(), "ORDER", "尚未收到该订单", "The order has not arrived yet", Map.of("orderId", opened.orderId()));
        }
        if (opened.platformDeadline() != null) {
            clocks.start(opened.number(), opened.shop(), Clocks.PLATFORM, opened.platformDeadline());
        }
        audit.record(opened.shop(), "CASE_OPENED", "case", opened.number(), Map.of("kind", opened.kind().name(),
                "process", opened.process(), "team", opened.team(), "priority", opened.priority(), "risk", opened.risk()));
        events.publishEvent(new CaseOpened(opened.number(), opened.shop(), opened.process()));
        process.demandStarted(opened);
        news.changed(opened.shop(), opened.number(), "opened");
    }
}
