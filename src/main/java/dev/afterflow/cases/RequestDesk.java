package dev.afterflow.cases;

import dev.afterflow.cases.Cases.NewCase;
import dev.afterflow.cases.Request.State;
import dev.afterflow.cases.RequestChanged.Change;
import dev.afterflow.intake.Letter;
import dev.afterflow.orders.Orders;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes what senders say about requests, newest version only; one whose order has not arrived waits and is never lost. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestDesk {

    /** How a sender sees its request now. */
    enum Status { OPEN, WITHDRAWN, REOPENED, CLOSED }

    private final JdbcRequests requests;
    private final JdbcCases cases;
    private final Opening opening;
    private final Rewrite rewrite;
    private final Interventions interventions;
    private final Orders orders;
    private final Clock clock;

    RequestDesk(JdbcRequests requests, JdbcCases cases, Opening opening, Rewrite rewrite,
                Interventions interventions, Orders orders, Clock clock) {
        this.requests = requests;
        this.cases = cases;
        this.opening = opening;
        this.rewrite = rewrite;
        this.interventions = interventions;
        this.orders = orders;
        this.clock = clock;
    }

    /** By order: one sequence for all keeps two batches from waiting for each other. */
    static List<Letter> inSequence(List<Letter> letters) {
        return letters.stream().sorted(Comparator.comparing(letter -> letter.body().path("orderId").stringValue(""))).toList();
    }

    /** Takes one telling; {@code patient} ones wait for an order that is not here yet, others open without it. */
    void take(NewCase told, Status status, boolean patient) {
        Optional<Request> known = requests.lock(told.shop(), told.source(), told.externalId());
        if (known.isEmpty()) {
            first(told, status, patient);
        } else if (Versions.newer(told.version(), known.get().asked().version())) {
            newer(known.get(), told, status, patient);
        }
    }

    /** Opens the case of a word that belongs to no open case, or joins one that was opened meanwhile. */
    Case ask(NewCase told, String continues) {
        Request request = new Request(told, State.WAITING_ORDER, continues, clock.instant());
        return requests.insert(request) ? opening.place(request)
                : requests.lock(told.shop(), told.source(), told.externalId()).map(Request::caseNumber).flatMap(cases::find).orElseThrow();
    }

    boolean knows(NewCase told) {
        return requests.lock(told.shop(), told.source(), told.externalId()).isPresent();
    }

    /**
     * The platform's word comes with its request as it stands: a wish that is no other than before says nothing itself, and
     * one nobody's process listens to opens a dispute of its own.
     */
    void take(NewCase told, PlatformWord word) {
        Optional<Request> known = requests.lock(told.shop(), told.source(), told.externalId());
        boolean other = known.isEmpty() || !Wish.of(told).equals(Wish.of(known.get().asked()));
        Optional<Case> running = known.map(Request::caseNumber).flatMap(cases::lock).filter(Interventions::listens);
        if (other && (known.isEmpty() || running.isPresent())) {
            take(told, Status.OPEN, false);
            running = requests.lock(told.shop(), told.source(), told.externalId()).map(Request::caseNumber).flatMap(cases::lock)
                    .filter(Interventions::listens);
        }
        running.ifPresentOrElse(in -> heard(in, told, word), () -> apart(dispute(told, word), Status.OPEN, Optional.of(word)));
    }

    /** One of several requests that the platform paid itself is over; the others are what the case asks from then on. */
    private void heard(Case in, NewCase told, PlatformWord word) {
        boolean paid = word.step() == PlatformWord.Step.DECIDED && word.verdict() == PlatformWord.Verdict.BUYER;
        if (paid && requests.live(in.number()).stream().anyMatch(other -> !isOf(other, told))) {
            requests.lock(told.shop(), told.source(), told.externalId()).filter(Request::live).ifPresent(known -> {
                requests.replace(known.told(told, State.CLOSED));
                rewrite.sum(in);
            });
        }
        interventions.heard(in, told, word);
    }

    private static boolean isOf(Request other, NewCase told) {
        return other.asked().source().equals(told.source()) && other.asked().externalId().equals(told.externalId());
    }

    /** A dispute of its own; what the platform says of one that its process handles already is heard there. */
    void apart(NewCase told, Status status, Optional<PlatformWord> word) {
        Optional<Case> running = opened(told);
        running.ifPresent(in -> word.ifPresent(said -> interventions.heard(in, told, said)));
        take(told, status, false);
        if (running.isEmpty()) {
            word.filter(said -> said.step() == PlatformWord.Step.DECIDED).ifPresent(said -> opened(told).ifPresent(in -> interventions.heard(in, told, said)));
        }
    }

    /** The case that a dispute was opened with, where a process handles it: a verdict that came first is heard there too. */
    private Optional<Case> opened(NewCase told) {
        return requests.lock(told.shop(), told.source(), told.externalId()).map(Request::caseNumber).flatMap(cases::lock).filter(Interventions::listens);
    }

    private static NewCase dispute(NewCase told, PlatformWord word) {
        return new NewCase(told.shop(), told.source(), "platform:" + told.externalId(), told.version(), Case.Kind.DISPUTE,
                told.orderId(), told.buyerId(), "PLATFORM", told.reasonCode(), word.words() == null ? told.reasonText() : word.words(),
                told.askedAmount(), List.of(), told.goodsReceived(), word.deadline());
    }

    private void first(NewCase told, Status status, boolean patient) {
        Request request = new Request(told, ended(status) ? end(status) : State.WAITING_ORDER, null, clock.instant());
        if (!requests.insert(request)) {
            take(told, status, patient);
        } else if (!ended(status)) {
            placeOrWait(request, patient);
        }
    }

    private void newer(Request known, NewCase told, Status status, boolean patient) {
        Optional<Case> of = Optional.ofNullable(known.caseNumber()).flatMap(cases::lock);
        if (of.isEmpty()) {
            unplaced(known, told, status, patient);
        } else if (of.get().open()) {
            running(of.get(), known, told, status);
        } else {
            afterwards(of.get(), known, told, status);
        }
    }

    private void unplaced(Request known, NewCase told, Status status, boolean patient) {
        Request now = known.told(told, ended(status) ? end(status) : State.WAITING_ORDER);
        requests.replace(now);
        if (!ended(status)) {
            placeOrWait(now, patient);
        }
    }

    private void running(Case of, Request known, NewCase told, Status status) {
        Request now = known.told(told, ended(status) ? end(status) : State.LIVE);
        requests.replace(now);
        if (ended(status)) {
            rewrite.gone(of, now, status == Status.WITHDRAWN ? Change.WITHDRAWN : Change.PLATFORM_CLOSED);
        } else if (status == Status.REOPENED || !known.live()) {
            rewrite.reopened(of, now);
        } else {
            rewrite.updated(of, now);
        }
    }

    /** A buyer who insists after the close, by reopening or by asking for something else, gets the next case. */
    private void afterwards(Case closed, Request known, NewCase told, Status status) {
        boolean insists = status == Status.REOPENED || !known.live() || !Wish.of(told).equals(Wish.of(known.asked()));
        Request now = known.told(told, ended(status) ? end(status) : known.state());
        requests.replace(now);
        rewrite.late(closed, now);
        if (!ended(status) && insists) {
            opening.place(now);
        }
    }

    private void placeOrWait(Request request, boolean patient) {
        NewCase told = request.asked();
        if (patient && told.orderId() != null && orders.find(told.shop(), told.orderId()).isEmpty()) {
            requests.lookAgain(told, clock.instant().plus(WaitingRoom.AGAIN));
        } else {
            opening.place(request);
        }
    }

    private static boolean ended(Status status) {
        return status == Status.WITHDRAWN || status == Status.CLOSED;
    }

    private static State end(Status status) {
        return status == Status.WITHDRAWN ? State.WITHDRAWN : State.CLOSED;
    }
}
