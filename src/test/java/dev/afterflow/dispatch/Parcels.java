package dev.afterflow.dispatch;

import java.util.List;
import org.springframework.stereotype.Component;

/** Lets tests of other rooms claim from lanes of their own. */
@Component
public class Parcels {

    private final Outbox outbox;

    Parcels(Outbox outbox) {
        this.outbox = outbox;
    }

    public List<Parcel> claim(String lane) {
        return outbox.claim(lane, 10);
    }
}
