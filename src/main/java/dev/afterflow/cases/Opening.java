package dev.afterflow.cases;

import dev.afterflow.cases.Cases.NewCase;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Finds or opens the case of a wish; case row, timeline, clock, audit and process start commit together. */
@Component
class Opening {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final JdbcCases cases;
    private final JdbcRequests requests;
    private final Rewrite rewrite;
    private final Beginning beginning;
    private final Triage triage;
    private final Orders orders;
    private final Shops shops;
    private final Clock clock;

    Opening(JdbcCases cases, JdbcRequests requests, Rewrite rewrite, Beginning beginning, Triage triage, Orders orders,
            Shops shops, Clock clock) {
        this.cases = cases;
        this.requests = requests;
        this.rewrite = rewrite;
        this.beginning = beginning;
        this.triage = triage;
        this.orders = orders;
        this.shops = shops;
        this.clock = clock;
    }

    /** A wish told again answers with its case; the same id with other content is refused. */
    Case open(NewCase asked) {
        return open(asked, this::place);
    }

    /** A matter the house itself raises goes where its room says; it is never joined to a buyer's. */
    Case raise(NewCase asked, Triage.Verdict verdict) {
        return open(asked, request -> begin(request, verdict).orElseThrow());
    }

    private Case open(NewCase asked, Function<Request, Case> place) {
        Request request = new Request(asked, Request.State.WAITING_ORDER, null, clock.instant());
        if (requests.insert(request)) {
            return place.apply(request);
        }
        Request known = requests.lock(asked.shop(), asked.source(), asked.externalId()).orElseThrow();
        if (known.caseNumber() == null || !known.asked().version().equals(asked.version())) {
            throw Problem.conflict("cases.keyUsed", "该编号已用于另一份内容", "This id was used for another content");
        }
        return cases.find(known.caseNumber()).orElseThrow();
    }

    /** Gives a stored request its case: the open one of the same order and matter, or a new one. */
    Case place(Request request) {
        NewCase asked = request.asked();
        for (int tries = 0; tries < 3; tries++) {
            Optional<Case> running = asked.orderId() == null ? Optional.empty()
                    : cases.lockOpen(asked.shop(), asked.orderId(), asked.matter());
            if (running.isPresent()) {
                return join(request, running.get());
            }
            Optional<Case> opened = begin(request, null);
            if (opened.isPresent()) {
                return opened.get();
            }
        }
        throw new IllegalStateException("case of order " + asked.orderId() + " opens and closes too fast");
    }

    private Case join(Request request, Case running) {
        requests.replace(new Request(request.asked(), Request.State.LIVE, running.number(), request.receivedAt()));
        rewrite.joined(running, request);
        return cases.find(running.number()).orElseThrow();
    }

    private Optional<Case> begin(Request request, Triage.Verdict said) {
        NewCase asked = request.asked();
        Shop shop = shops.find(asked.shop()).orElseThrow(() -> Problem.notFound("shop"));
        Order order = asked.orderId() == null ? null : orders.find(shop.id(), asked.orderId()).orElse(null);
        Triage.Verdict verdict = said == null ? triage.judge(asked, order) : said;
        Case opened = draft(request, order, verdict, number(shop));
        if (!cases.insert(opened, asked.matter(), verdict.rule())) {
            return Optional.empty();
        }
        requests.replace(new Request(asked, Request.State.LIVE, opened.number(), request.receivedAt()));
        beginning.of(opened);
        return Optional.of(opened);
    }

    private Case draft(Request request, Order order, Triage.Verdict verdict, String number) {
        NewCase asked = request.asked();
        String buyer = order == null || order.buyer() == null ? asked.buyerId() : order.buyer().id();
        return new Case(number, asked.shop(), asked.kind(), Case.State.OPEN, asked.orderId(), asked.orderId() == null || order != null, buyer,
                asked.askedRemedy(), asked.reasonCode(), asked.reasonText(), asked.askedAmount(), asked.lines(),
                asked.goodsReceived(), verdict.tier(), verdict.risk(), verdict.priority(), verdict.team(), verdict.process(),
                request.caseNumber(), clock.instant().truncatedTo(ChronoUnit.MICROS), asked.platformDeadline(), null, null);
    }

    private String number(Shop shop) {
        Instant now = clock.instant();
        String day = DAY.format(now.atZone(ZoneId.of(shop.timeZone())));
        return "%s-%s-%06d".formatted(shop.prefix(), day, cases.nextNumber());
    }
}
