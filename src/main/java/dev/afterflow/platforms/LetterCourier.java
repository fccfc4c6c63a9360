package dev.afterflow.platforms;

import dev.afterflow.dispatch.Courier;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.intake.Intake;
import dev.afterflow.intake.Receipt;
import java.time.Duration;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands a marketplace's word to the letterbox, which takes each once; what it refuses is parked with the rules it breaks. */
@Component
class LetterCourier implements Courier {

    static final String KIND = "platform-letter";
    private static final Duration TURN = Duration.ofMillis(300);

    private final JdbcMarketLetters letters;
    private final Intake intake;
    private final Outbox outbox;
    private final TransactionTemplate tx;

    LetterCourier(JdbcMarketLetters letters, Intake intake, Outbox outbox, TransactionTemplate tx) {
        this.letters = letters;
        this.intake = intake;
        this.outbox = outbox;
        this.tx = tx;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean staysInside() {
        return true;
    }

    /** Words about one matter go in the order in which they were written. */
    @Override
    public void carry(Parcel parcel) {
        long id = Long.parseLong(parcel.ref());
        if (Boolean.TRUE.equals(tx.execute(status -> letters.waitsBehind(id)))) {
            outbox.later(KIND, parcel.ref(), TURN, "waits behind an earlier word");
            return;
        }
        tx.execute(status -> letters.find(id)).ifPresent(this::deliver);
        outbox.done(KIND, parcel.ref());
    }

    private void deliver(JdbcMarketLetters.Written letter) {
        Receipt receipt = intake.deliver(letter.shop(), letter.platform(), letter.kind(), letter.body());
        String broken = receipt.rows().stream().flatMap(line -> line.faults().stream()).map(fault -> fault.field() + ": " + fault.rule())
            .collect(Collectors.joining(", "));
        tx.executeWithoutResult(status -> letters.end(letter.id(), receipt.rejected() == 0 ? "DONE" : "PARKED", receipt.rejected() == 0 ? null : broken));
    }
}
