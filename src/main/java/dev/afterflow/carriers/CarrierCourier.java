package dev.afterflow.carriers;

import dev.afterflow.carriers.CarrierAnswered.Verdict;
import dev.afterflow.carriers.RequestWay.Heard;
import dev.afterflow.carriers.RequestWay.Outcome;
import dev.afterflow.dispatch.Attempt;
import dev.afterflow.dispatch.Courier;
import dev.afterflow.dispatch.CrashPoint;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries requests to carriers at most once: what has no clear answer is neither sent nor unsent, and after its window a person looks.
 * Where the carrier can be asked by its own number, it is asked until it has decided.
 */
@Component
class CarrierCourier implements Courier {

    private static final int LANES = 2;
    static final String UNCONFIRMED = "the carrier does not say whose number a callback named";
    private static final Duration ASK_AGAIN = Duration.ofMinutes(30);

    private final JdbcCarrierRequests requests;
    private final CarrierChannels channels;
    private final Carriers carriers;
    private final WorkOrders workOrders;
    private final ObjectProvider<Papers> papers;
    private final Outbox outbox;
    private final CarrierSettings settings;
    private final Clock clock;
    private final CrashPoint crash;
    private final TransactionTemplate tx;

    CarrierCourier(JdbcCarrierRequests requests, CarrierChannels channels, Carriers carriers, WorkOrders workOrders, ObjectProvider<Papers> papers,
                   Outbox outbox, CarrierSettings settings, Clock clock, CrashPoint crash, TransactionTemplate tx) {
        this.requests = requests;
        this.channels = channels;
        this.carriers = carriers;
        this.workOrders = workOrders;
        this.papers = papers;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
        this.crash = crash;
        this.tx = tx;
    }

    static String lane(String shop, String carrier) {
        return Carriers.OUTBOX + "-" + Math.floorMod((shop + "/" + carrier).hashCode(), LANES);
    }

    @Override
    public String kind() {
        return Carriers.OUTBOX;
    }

    @Override
    public List<String> lanes() {
        return List.of(Carriers.OUTBOX + "-0", Carriers.OUTBOX + "-1");
    }

    @Override
    public void carry(Parcel parcel) {
        JdbcCarrierRequests.Row request = tx.execute(status -> requests.find(parcel.ref()).orElseThrow());
        Optional<RequestWay> way = channels.way(request.channel());
        if (way.isEmpty() || over(request, way.get())) {
            outbox.done(kind(), parcel.ref());
        } else if (!outbox.stillMine(parcel)) {
            return;
        } else if (request.state().equals("NEW")) {
            send(parcel, request, way.get());
        } else if ((request.state().equals("SENT") || request.state().equals("ANSWERED")) && askable(request, way.get())) {
            ask(parcel, request, way.get());
        } else {
            unclear(parcel, request, way.get());
        }
    }

    /** An answered one is asked about once more for each callback that came since: carriers change their mind. */
    private boolean over(JdbcCarrierRequests.Row request, RequestWay way) {
        return switch (request.state()) {
            case "BY_HAND" -> true;
            case "CHECK" -> request.hint() == null;
            case "ANSWERED" -> !askable(request, way) || !Boolean.TRUE.equals(tx.execute(status -> requests.hints(request.number()).unread()));
            default -> false;
        };
    }

    private static boolean askable(JdbcCarrierRequests.Row request, RequestWay way) {
        return way.askable() && request.reference() != null;
    }

    private void send(Parcel parcel, JdbcCarrierRequests.Row request, RequestWay way) {
        List<Papers.Paper> attached = papers.stream().flatMap(each -> each.of(request.number()).stream()).toList();
        String put = way.prepare(request, attached);
        if (put != null) {
            outbox.note(parcel, new Attempt("preparing", RequestWay.Result.UNSENT.name(), null, put, null));
            unsent(parcel, put);
            return;
        }
        if (!outbox.stillMine(parcel)) {
            return;
        }
        if (!Boolean.TRUE.equals(tx.execute(status -> requests.move(request.number(), "NEW", "SENDING", null, null)))) {
            return;
        }
        crash.reached("sent");
        Outcome outcome = way.send(request, attached);
        crash.reached("answered");
        outbox.note(parcel, new Attempt("sending", outcome.result().name(), outcome.status(), outcome.code(), null));
        switch (outcome.result()) {
            case TAKEN -> taken(parcel, request, way, outcome.reference(), ASK_AGAIN);
            case UNSENT -> {
                tx.executeWithoutResult(status -> requests.move(request.number(), "SENDING", "NEW", null, outcome.code()));
                unsent(parcel, outcome.code());
            }
            case REFUSED -> tx.executeWithoutResult(status -> {
                requests.move(request.number(), "SENDING", "BY_HAND", null, outcome.code());
                outbox.done(kind(), parcel.ref());
            });
            case UNKNOWN -> outbox.later(kind(), parcel.ref(), settings.window(), outcome.code());
        }
    }

    /** Who only has to wait for its turn is not set back further each time. */
    private void unsent(Parcel parcel, String code) {
        if (code.equals(KuaidiCalls.PACE) || code.equals(CarrierCircuits.BUSY)) {
            outbox.later(kind(), parcel.ref(), KuaidiCalls.turn(), code);
        } else {
            outbox.backOff(parcel, code);
        }
    }

    /** A machine that took it says so; a mail server only says that it will try. */
    private void taken(Parcel parcel, JdbcCarrierRequests.Row request, RequestWay way, String reference, Duration askIn) {
        tx.executeWithoutResult(status -> {
            requests.move(request.number(), request.state().equals("NEW") ? "SENDING" : request.state(), "SENT", reference, null);
            if (request.kind().isAnswered() && way.askable()) {
                carriers.answered(new CarrierAnswered(request.number(), null, null, null, Verdict.RECEIVED, null, reference, "", clock.instant()));
                outbox.later(kind(), parcel.ref(), requests.hints(request.number()).unread() ? Duration.ZERO : askIn, "waits for the carrier");
            } else {
                requests.over(request);
                outbox.done(kind(), parcel.ref());
            }
        });
    }

    private void ask(Parcel parcel, JdbcCarrierRequests.Row request, RequestWay way) {
        int told = tx.execute(status -> requests.hints(request.number())).told();
        Heard heard = way.ask(request);
        outbox.note(parcel, new Attempt("asking", heard.code() == null ? "HEARD_" + heard.words().size() : "UNKNOWN", heard.status(), heard.code(), null));
        if (heard.code() != null) {
            unsent(parcel, heard.code());
            return;
        }
        List<CarrierVerdicts.Read> read = heard.words().stream().map(words -> CarrierVerdicts.of(request.kind(), request.amount(), words).orElse(null)).toList();
        tx.executeWithoutResult(status -> {
            requests.lock(request.number()); // before the outbox, as a callback does
            outbox.later(kind(), parcel.ref(), ASK_AGAIN, "waits for the carrier");
            for (int i = 0; i < read.size(); i++) {
                hear(request, read.get(i), heard.words().get(i), i + 1);
            }
            requests.unread(request.number(), read.isEmpty() || Objects.nonNull(read.get(read.size() - 1)) ? null : heard.words().get(read.size() - 1));
            requests.asked(request.number(), told);
            askOn(request);
        });
    }

    /** A callback that came while we asked may speak of what we did not hear yet. */
    private void askOn(JdbcCarrierRequests.Row request) {
        if (requests.hints(request.number()).unread()) {
            outbox.ensure(kind(), lane(request.shop(), request.carrier()), request.number(), request.shop());
            outbox.hurry(kind(), request.number());
        } else if (requests.find(request.number()).orElseThrow().state().equals("ANSWERED")) {
            outbox.done(kind(), request.number());
        }
    }

    /** A carrier may ask for more than once, and name another sum than before: each has a name of its own; the same again is no news. */
    private void hear(JdbcCarrierRequests.Row request, CarrierVerdicts.Read read, String words, int place) {
        if (read == null) {
            return;
        }
        List<JdbcCarrierRequests.Said> alike = requests.said(request.number()).stream().filter(said -> said.verdict().equals(read.verdict().name())).toList();
        boolean asks = read.verdict() == Verdict.ASKS_MORE;
        if (asks || alike.stream().noneMatch(said -> Objects.equals(said.amount(), read.amount()))) {
            String reference = asks || !alike.isEmpty() ? request.reference() + "-" + place : request.reference();
            carriers.answered(new CarrierAnswered(request.number(), null, null, null, read.verdict(), read.amount(), reference, words, clock.instant()));
        }
    }

    /**
     * Sent, and nobody knows whether it came: a callback may still name the carrier's number; after the window a person looks, and the number is
     * asked about until the carrier says whose it is.
     */
    private void unclear(Parcel parcel, JdbcCarrierRequests.Row request, RequestWay way) {
        boolean named = request.hint() != null && way == workOrders;
        Optional<Boolean> ours = named ? workOrders.isOf(request, request.hint()) : Optional.of(false);
        if (ours.orElse(false)) {
            taken(parcel, request, way, request.hint(), Duration.ZERO);
            return;
        }
        Instant end = request.firstSentAt().plus(settings.window());
        boolean waits = end.isAfter(clock.instant()) && way.askable();
        tx.executeWithoutResult(status -> {
            if (!waits) {
                requests.move(request.number(), request.state(), "CHECK", null, "NO_CLEAR_ANSWER");
            }
            if (ours.isEmpty()) {
                outbox.backOff(parcel, UNCONFIRMED);
            } else if (waits) {
                outbox.later(kind(), parcel.ref(), end, "no clear answer yet");
            } else {
                outbox.done(kind(), parcel.ref());
            }
        });
    }
}
