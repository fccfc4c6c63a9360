package dev.afterflow.carriers;

import dev.afterflow.carriers.TrackingSource.Hook;
import dev.afterflow.dispatch.Courier;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a service's push once, and files later what it says; what cannot be filed is parked with its reason. */
@Component
class TrackingPushes implements Courier {

    static final String KIND = "tracking-push";

    private final TrackingSources sources;
    private final CarrierHooks hooks;
    private final JdbcPushes pushes;
    private final JdbcTraces traces;
    private final ScanBook book;
    private final Outbox outbox;
    private final TransactionTemplate tx;

    TrackingPushes(TrackingSources sources, CarrierHooks hooks, JdbcPushes pushes, JdbcTraces traces, ScanBook book, Outbox outbox, TransactionTemplate tx) {
        this.sources = sources;
        this.hooks = hooks;
        this.pushes = pushes;
        this.traces = traces;
        this.book = book;
        this.outbox = outbox;
        this.tx = tx;
    }

    /** What the service expects to hear; empty when the push is not genuine: then nothing is kept. */
    Optional<String> take(String source, String shop, Map<String, String> headers, byte[] body) {
        TrackingSource known = sources.named(source).orElse(null);
        Hook hook = known == null ? null : hooks.of(shop, source).orElse(null);
        if (hook == null) {
            return Optional.empty();
        }
        Optional<String> event = known.genuine(shop, hook, headers, body);
        event.ifPresent(id -> tx.executeWithoutResult(status -> pushes.keep(source, shop, id, body)
            .ifPresent(row -> outbox.put(KIND, String.valueOf(row), shop))));
        return event.map(id -> known.thanks());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean staysInside() {
        return true;
    }

    @Override
    public void carry(Parcel parcel) {
        tx.execute(status -> pushes.find(Long.parseLong(parcel.ref()))).ifPresent(this::file);
        outbox.done(KIND, parcel.ref());
    }

    private void file(JdbcPushes.Push push) {
        Reading reading = sources.named(push.source()).orElseThrow().read(push.body(), push.receivedAt());
        if (reading.refused() == null) {
            book.file(push.shop(), carrier(push, reading), push.source(), reading);
        }
        tx.executeWithoutResult(status -> pushes.end(push.id(), reading.refused() == null ? "DONE" : "PARKED", reading.refused(), reading.waybill()));
    }

    /** The service may know the carrier better than whoever asked to follow the parcel; it stays the parcel we asked for. */
    private String carrier(JdbcPushes.Push push, Reading reading) {
        String theirs = push.source().equals(CarrierAccounts.KUAIDI) ? CarrierWords.fromKuaidi(reading.carrier()) : CarrierWords.fromAfterShip(reading.carrier());
        List<String> ours = tx.execute(status -> traces.carriersOf(push.shop(), reading.waybill()));
        return ours.contains(theirs) || ours.isEmpty() ? theirs : ours.get(0);
    }
}
