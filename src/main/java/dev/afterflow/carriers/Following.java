package dev.afterflow.carriers;

import dev.afterflow.carriers.TrackingSource.Answer;
import dev.afterflow.carriers.TrackingSource.Result;
import dev.afterflow.dispatch.Attempt;
import dev.afterflow.dispatch.Courier;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has parcels followed and asked after: written down in the caller's transaction, called later, each carrier on one of two lanes. */
@Component
class Following implements Courier {

    static final String KIND = "tracking";
    private static final int LANES = 2;
    private static final int MOST_TRIES_TO_ASK = 3;

    private final TrackingSources sources;
    private final CarrierHooks hooks;
    private final JdbcTraces traces;
    private final ScanBook book;
    private final Outbox outbox;
    private final CarrierSettings settings;
    private final Clock clock;
    private final TransactionTemplate tx;

    Following(TrackingSources sources, CarrierHooks hooks, JdbcTraces traces, ScanBook book, Outbox outbox, CarrierSettings settings, Clock clock,
              TransactionTemplate tx) {
        this.sources = sources;
        this.hooks = hooks;
        this.traces = traces;
        this.book = book;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
        this.tx = tx;
    }

    /** A waybill no service could be asked for is kept, and asked for nowhere. */
    private boolean askable(String shop, String carrier, String waybill) {
        return waybill.matches("[A-Za-z0-9-]{4,64}") && carrier.matches("[a-z0-9-]{1,40}") && sources.of(shop, carrier).isPresent();
    }

    /** In the caller's transaction; a phone tail that was missing has it tried anew. */
    void follow(String shop, String carrier, String waybill, String phoneTail) {
        if (traces.follow(shop, carrier, waybill, phoneTail) && askable(shop, carrier, waybill)) {
            outbox.ensure(KIND, lane(shop, carrier), "follow/" + shop + "/" + carrier + "/" + waybill, shop);
        }
    }

    /** In the caller's transaction, as often as the service's limit allows. */
    void ask(String shop, String carrier, String waybill) {
        if (askable(shop, carrier, waybill)) {
            traces.follow(shop, carrier, waybill, null);
            if (traces.mayAsk(shop, carrier, waybill, settings.askEvery())) {
                outbox.put(KIND, lane(shop, carrier), "ask/" + shop + "/" + carrier + "/" + waybill + "/" + clock.millis(), shop);
            }
        }
    }

    static String lane(String shop, String carrier) {
        return KIND + "-" + Math.floorMod((shop + "/" + carrier).hashCode(), LANES);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> lanes() {
        return List.of(KIND + "-0", KIND + "-1");
    }

    @Override
    public void carry(Parcel parcel) {
        String[] ref = parcel.ref().split("/");
        Optional<JdbcTraces.Followed> known = tx.execute(status -> traces.followed(ref[1], ref[2], ref[3]));
        Optional<TrackingSource> source = sources.of(ref[1], ref[2]);
        if (known.isEmpty() || source.isEmpty()) {
            outbox.done(KIND, parcel.ref());
        } else if (outbox.stillMine(parcel)) {
            carry(parcel, ref[0].equals("ask"), source.get(), new TrackingSource.Parcel(ref[1], ref[2], ref[3], known.get().phoneTail()));
        }
    }

    private void carry(Parcel parcel, boolean asking, TrackingSource source, TrackingSource.Parcel wanted) {
        Answer answer = asking ? source.ask(wanted) : hooks.of(wanted.shop(), source.code()).map(hook -> source.follow(wanted, hook))
            .orElseGet(() -> Answer.refused("NO_ADDRESS", null));
        outbox.note(parcel, new Attempt(asking ? "asking" : "following", answer.result().name(), answer.status(), answer.code(), null));
        if (answer.reading() != null) {
            book.file(wanted.shop(), wanted.carrier(), source.code(), answer.reading());
        }
        if (answer.result() == Result.LATER && !(asking && parcel.attempt() >= MOST_TRIES_TO_ASK)) {
            outbox.backOff(parcel, answer.code());
            return;
        }
        tx.executeWithoutResult(status -> {
            note(asking, source, wanted, answer);
            outbox.done(KIND, parcel.ref());
        });
    }

    private void note(boolean asking, TrackingSource source, TrackingSource.Parcel wanted, Answer answer) {
        String note = answer.result() == Result.DONE ? null : answer.code();
        if (!asking) {
            traces.following(wanted.shop(), wanted.carrier(), wanted.waybill(), source.code(), answer.result() == Result.DONE, note);
        } else if (note != null) {
            traces.note(wanted.shop(), wanted.carrier(), wanted.waybill(), note);
        }
    }
}
