package dev.afterflow.carriers;

import dev.afterflow.connections.Circuits;
import dev.afterflow.connections.Outbound;
import java.util.List;
import org.springframework.stereotype.Component;

/** The ways to carriers and tracking services: {@code service/carrier/shop}. */
@Component
class CarrierCircuits extends Circuits {

    private static final int MOST_BYTES = 1024 * 1024;

    CarrierCircuits(Outbound outbound, CarrierSettings settings) {
        super(outbound, "carriers", settings.openFor(), MOST_BYTES);
    }

    /** The open ones of a shop's account with a service. */
    List<Open> open(String source, String shop) {
        return open().stream().filter(each -> each.circuit().startsWith(source + "/") && each.circuit().endsWith("/" + shop)).toList();
    }
}
