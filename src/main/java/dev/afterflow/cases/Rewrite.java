package dev.afterflow.cases;

import dev.afterflow.cases.RequestChanged.Change;
import dev.afterflow.security.Audit;
import dev.afterflow.sla.Clocks;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes what an open case is asked for anew after one of its requests came, changed or went, and tells its workshop. */
@Component
class Rewrite {

    private final JdbcCases cases;
    private final JdbcRequests requests;
    private final Timeline timeline;
    private final Clocks clocks;
    private final Audit audit;
    private final LiveNews news;
    private final ApplicationEventPublisher events;

    Rewrite(JdbcCases cases, JdbcRequests requests, Timeline timeline, Clocks clocks, Audit audit, LiveNews news,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.requests = requests;
        this.timeline = timeline;
        this.clocks = clocks;
        this.audit = audit;
        this.news = news;
        this.events = events;
    }

    void joined(Case running, Request request) {
        boolean other = sum(running);
        note(running, request, "JOINED", "并入同一订单的另一请求", "Another request of the same order joined");
        audit.record(running.shop(), "CASE_JOINED", "case", running.number(), Map.of("request", request.asked().externalId()));
        if (other) {
            tell(running, Change.UPDATED);
        }
    }

    void updated(Case running, Request request) {
        sum(running);
        note(running, request, "REQUEST", "请求已更新", "The request was updated");
        audit.record(running.shop(), "REQUEST_UPDATED", "case", running.number(), version(request));
        tell(running, Change.UPDATED);
    }

    void reopened(Case running, Request request) {
        sum(running);
        note(running, request, "REQUEST", "请求重新开启", "The request was opened again");
        audit.record(running.shop(), "REQUEST_REOPENED", "case", running.number(), version(request));
        tell(running, Change.REOPENED);
    }

    /** One of several requests gone leaves the others; the last one gone is told as what happened to it. */
    void gone(Case running, Request request, Change change) {
        boolean withdrawn = change == Change.WITHDRAWN;
        note(running, request, "REQUEST", withdrawn ? "买家撤回请求" : "平台关闭请求",
                withdrawn ? "The buyer withdrew the request" : "The platform closed the request");
        audit.record(running.shop(), withdrawn ? "REQUEST_WITHDRAWN" : "REQUEST_CLOSED", "case", running.number(), version(request));
        if (requests.live(running.number()).isEmpty()) {
            tell(running, change);
        } else {
            sum(running);
            tell(running, Change.UPDATED);
        }
    }

    /** News about a case that is closed already: remembered, nothing more. */
    void late(Case closed, Request request) {
        note(closed, request, "REQUEST", "结案后请求有变化", "The request changed after the case was closed");
        audit.record(closed.shop(), "REQUEST_LATE", "case", closed.number(), version(request));
    }

    /** True if the case is asked for something else now. */
    boolean sum(Case running) {
        List<Request> live = requests.live(running.number());
        Wish wish = Wish.sum(live.stream().map(Request::asked).toList());
        boolean other = !wish.equals(before(running));
        cases.wish(running.number(), wish);
        if (wish.platformDeadline() != null && !wish.platformDeadline().equals(running.platformDeadline())) {
            clocks.start(running.number(), running.shop(), Clocks.PLATFORM, wish.platformDeadline());
        }
        return other;
    }

    private static Wish before(Case running) {
        return new Wish(running.kind(), running.askedRemedy(), running.reasonCode(), running.reasonText(),
                running.askedAmount(), running.lines(), running.goodsReceived(), running.platformDeadline());
    }

    private void note(Case of, Request request, String kind, String zh, String en) {
        String words = Objects.requireNonNullElse(request.asked().reasonText(), "");
        timeline.add(of.number(), kind, zh, en, Map.of("request", request.asked().externalId(),
                "version", request.asked().version(), "kind", request.asked().kind().name(), "words", words));
    }

    private static Map<String, String> version(Request request) {
        return Map.of("request", request.asked().externalId(), "version", request.asked().version());
    }

    private void tell(Case running, Change change) {
        news.changed(running.shop(), running.number(), change.name().toLowerCase(Locale.ROOT));
        events.publishEvent(new RequestChanged(running.number(), running.shop(), change));
    }
}
