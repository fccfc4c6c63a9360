package dev.afterflow.carriers;

import dev.afterflow.dispatch.Outbox;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A callback about a work order is a hint: whoever sent it, the carrier is asked now, and what it may have numbered the work order is noted. */
@Component
@Transactional
class WorkOrderHints {

    private static final Pattern ID = Pattern.compile("\"(?:consultId|id)\"\\s*:\\s*\"?(\\d{1,18})");

    private final JdbcCarrierRequests requests;
    private final Outbox outbox;

    WorkOrderHints(JdbcCarrierRequests requests, Outbox outbox) {
        this.requests = requests;
        this.outbox = outbox;
    }

    /** False when nobody asked under this number. */
    boolean take(String number, byte[] body) {
        return requests.lock(number).map(request -> {
            Matcher named = ID.matcher(new String(body, StandardCharsets.UTF_8));
            if (request.reference() == null && named.find()) {
                requests.hint(number, named.group(1));
            }
            if (request.channel() == Channel.WORK_ORDER) {
                requests.told(number);
                outbox.ensure(Carriers.OUTBOX, CarrierCourier.lane(request.shop(), request.carrier()), number, request.shop());
                outbox.hurry(Carriers.OUTBOX, number);
            }
            return true;
        }).orElse(false);
    }
}
